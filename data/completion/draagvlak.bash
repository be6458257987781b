# bash completion for draagvlak
#
# Copyright 2026 The Draagvlak authors
# SPDX-License-Identifier: EUPL-1.2

_draagvlak_kinds='role table step activity word value behaviour count manifest
  article clause map lane theme objective measure initiative link parking thought support tally flip'

_draagvlak_scenes='blank house agenda question behaviours tables shortlist reveal words word-list
  values article manifest map map-story support mix timer flip join-wifi join-page test'

# Sets COMPREPLY to the workshop files (and folders) that begin with $1.
_draagvlak_files ()
{
  local name
  compopt -o filenames 2>/dev/null
  while IFS= read -r name; do
    if [[ -d $name || $name == *.draagvlak ]]; then COMPREPLY+=("$name"); fi
  done < <(compgen -f -- "$1")
}

_draagvlak_words ()
{
  mapfile -t COMPREPLY < <(compgen -W "$1" -- "$2")
}

_draagvlak ()
{
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
  COMPREPLY=()

  case $before in
    --template | --title) return ;;
    --language) _draagvlak_words 'en nl' "$word"; return ;;
    --what) _draagvlak_words 'manifest map words behaviours run-sheet checklist handout scene scenes' "$word"; return ;;
    --format) _draagvlak_words 'pdf svg png txt csv' "$word"; return ;;
    --scene) _draagvlak_words "$_draagvlak_scenes" "$word"; return ;;
    --id | --value | --page | --size) return ;;
    -o) compopt -o default 2>/dev/null; return ;;
  esac

  if [ "$COMP_CWORD" -eq 1 ]; then
    _draagvlak_files "$word"
    while IFS= read -r verb; do COMPREPLY+=("$verb"); done < <(compgen -W \
      'new check show kinds add set remove scenes export recover --help --version' -- "$word")
    return
  fi

  case ${COMP_WORDS[1]}:$word in
    new:-*) _draagvlak_words '--template --title --language --help' "$word" ;;
    show:-*) _draagvlak_words '--ids --private --help' "$word" ;;
    export:-*) _draagvlak_words '--what --format --scene --id --value --page --size --dark -o --help' "$word" ;;
    *:-*) _draagvlak_words '--help' "$word" ;;
    check:*) _draagvlak_files "$word" ;;
    new:* | show:* | scenes:* | export:* | recover:*) _draagvlak_files "$word" ;;
    kinds:*) _draagvlak_words "$_draagvlak_kinds" "$word" ;;
    add:* | set:* | remove:*)
      if [ "$COMP_CWORD" -eq 2 ]; then
        _draagvlak_files "$word"
      elif [ "${COMP_WORDS[1]}:$COMP_CWORD" = add:3 ]; then
        _draagvlak_words "$_draagvlak_kinds" "$word"
      fi
      ;;
  esac
}

complete -F _draagvlak draagvlak
