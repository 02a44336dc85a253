# Completion of loadpath for bash. Written by complete.py.

_loadpath_names ()
{
  loadpath "$1" 2>/dev/null | awk '$1 ~ /^[A-Za-z0-9-]+$/ { print $1 }'
}

_loadpath ()
{
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} words=
  COMPREPLY=()
  # bash cuts --format=json at the sign.
  [ "$cur" = = ] && cur=
  [ "$prev" = = ] && [ "$COMP_CWORD" -gt 1 ] && prev=${COMP_WORDS[COMP_CWORD-2]}
  if [ "$COMP_CWORD" -eq 1 ]; then
    words='check eval explain export facts fmt grade import kinds layout new reference rules scenarios test-rules test-scenarios thumbnail help --help --version'
    COMPREPLY=($(compgen -W "$words" -- "$cur") $(compgen -f -- "$cur"))
    compopt -o filenames 2>/dev/null
    return
  fi
  case ${COMP_WORDS[1]}:$prev in
    help:*) words='check eval explain export facts fmt grade import kinds layout new reference rules scenarios test-rules test-scenarios thumbnail' ;;
    check:--format|check:-f) words='text json sarif junit markdown html' ;;
    check:--fail-on) words='error warning info never' ;;
    check:--lang) words='en ko' ;;
    explain:--lang) words='en ko' ;;
    export:--theme) words='light dark auto' ;;
    export:--lang) words='en ko' ;;
    facts:--format|facts:-f) words='text json' ;;
    facts:--lang) words='en ko' ;;
    grade:--format|grade:-f) words='text json' ;;
    grade:--lang) words='en ko' ;;
    import:--page) words='all' ;;
    import:--lang) words='en ko' ;;
    kinds:--format|kinds:-f) words='text json' ;;
    kinds:--lang) words='en ko' ;;
    layout:--format) words='document geometry' ;;
    new:--lang) words='en ko' ;;
    reference:--lang) words='en ko' ;;
    rules:--format|rules:-f) words='text json' ;;
    rules:--lang) words='en ko' ;;
    scenarios:--kind|scenarios:-k) words='repair build choose spot quiz' ;;
    scenarios:--format|scenarios:-f) words='text json' ;;
    scenarios:--lang) words='en ko' ;;
    test-rules:--lang) words='en ko' ;;
    test-scenarios:--lang) words='en ko' ;;
  esac
  if [ -z "$words" ]; then
    case $cur in
      -*)
        case ${COMP_WORDS[1]} in
          check) words='--format --output --fail-on --rules --config --baseline --write-baseline --strict --score --fix --dry-run --lang --help' ;;
          eval) words='--help' ;;
          explain) words='--output --rules --config --lang --help' ;;
          export) words='--output --annotate --plain --rules --config --theme --scale --page --lang --help' ;;
          facts) words='--format --lang --help' ;;
          fmt) words='--check --help' ;;
          grade) words='--format --lang --help' ;;
          import) words='--output --page --lang --help' ;;
          kinds) words='--format --lang --help' ;;
          layout) words='--output --format --help' ;;
          new) words='--output --reference --lang --help' ;;
          reference) words='--rules --lang --help' ;;
          rules) words='--format --rules --config --lang --help' ;;
          scenarios) words='--topic --kind --format --lang --help' ;;
          test-rules) words='--lang --help' ;;
          test-scenarios) words='--strict --lang --help' ;;
          thumbnail) words='--size --help' ;;
        esac
        ;;
      *)
        case ${COMP_WORDS[1]} in
          explain) words=$(_loadpath_names rules) ;;
          new) words=$(_loadpath_names scenarios) ;;
        esac
        ;;
    esac
  fi
  if [ -n "$words" ]; then
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
  else
    COMPREPLY=($(compgen -f -- "$cur"))
    compopt -o filenames 2>/dev/null
  fi
}

complete -F _loadpath loadpath
