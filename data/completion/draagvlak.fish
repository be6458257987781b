# fish completion for draagvlak
#
# Copyright 2026 The Draagvlak authors
# SPDX-License-Identifier: EUPL-1.2

complete -c draagvlak -f -a '(__fish_complete_suffix .draagvlak)'
complete -c draagvlak -l help -d 'How it is used'
complete -c draagvlak -n __fish_use_subcommand -l version -d 'The version'
complete -c draagvlak -n __fish_use_subcommand -a new -d 'Make a new workshop'
complete -c draagvlak -n __fish_use_subcommand -a check -d 'Tell what is wrong with files'
complete -c draagvlak -n __fish_use_subcommand -a show -d 'Print a workshop as an outline'
complete -c draagvlak -n __fish_use_subcommand -a kinds -d 'List the kinds of items'
complete -c draagvlak -n __fish_use_subcommand -a add -d 'Add an item'
complete -c draagvlak -n __fish_use_subcommand -a set -d 'Change fields of an item'
complete -c draagvlak -n __fish_use_subcommand -a remove -d 'Remove an item'
complete -c draagvlak -n __fish_use_subcommand -a scenes -d 'List what the projector can show'
complete -c draagvlak -n __fish_use_subcommand -a export -d 'Write a document'
complete -c draagvlak -n __fish_use_subcommand -a recover -d 'Bring back what was not saved'

complete -c draagvlak -n '__fish_seen_subcommand_from new' -l template -x -d 'Programme to start with'
complete -c draagvlak -n '__fish_seen_subcommand_from new' -l title -x -d 'Title of the workshop'
complete -c draagvlak -n '__fish_seen_subcommand_from new' -l language -x -a 'en nl'
complete -c draagvlak -n '__fish_seen_subcommand_from export' -l what -x -a 'manifest map words behaviours run-sheet checklist handout scene scenes'
complete -c draagvlak -n '__fish_seen_subcommand_from export' -l format -x -a 'pdf svg png txt csv'
complete -c draagvlak -n '__fish_seen_subcommand_from export' -l scene -x -a 'blank house agenda question behaviours tables shortlist reveal words word-list values article manifest map map-story support mix timer flip join-wifi join-page test'
complete -c draagvlak -n '__fish_seen_subcommand_from export' -l id -x -d 'What the scene is about'
complete -c draagvlak -n '__fish_seen_subcommand_from export' -l value -x -d 'The value it is about'
complete -c draagvlak -n '__fish_seen_subcommand_from export' -l page -x -d 'Page of the scene'
complete -c draagvlak -n '__fish_seen_subcommand_from export' -l size -x -a '1920x1080 1280x800 1024x768'
complete -c draagvlak -n '__fish_seen_subcommand_from export' -l dark -d 'Light on dark'
complete -c draagvlak -n '__fish_seen_subcommand_from export' -s o -r -F -d 'File to write'
complete -c draagvlak -n '__fish_seen_subcommand_from show' -l ids -d 'The id of each item'
complete -c draagvlak -n '__fish_seen_subcommand_from show' -l private -d 'Private fields too'
