#!/usr/bin/env python3
"""The shells' completions, written from what the command says about itself.

usage: complete.py LOADPATH [--update]
Without --update it only says which of the files beside it are not what they should be.
"""
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
# What an option takes, by the words that the help has for it; else a file.
CHOICES = {
    ("check", "format"): "text json sarif junit markdown html",
    ("check", "fail-on"): "error warning info never",
    ("export", "theme"): "light dark auto",
    ("layout", "format"): "document geometry",
    ("import", "page"): "all",
    ("scenarios", "kind"): "repair build choose spot quiz",
}
COMMON = {"format": "text json", "lang": "en ko"}
# What stands behind the command: files, or one of a list.
LISTS = {"explain": "rules", "new": "scenarios"}
NOTHING = {"eval", "facts", "kinds", "reference", "rules", "scenarios"}


class Option:
    def __init__(self, command, short, name, value, text):
        self.short, self.name, self.value, self.text = short, name, value, text
        self.choices = CHOICES.get((command, name)) or (COMMON.get(name) if value else None)
        self.is_number = value in ("N", "SIZE")


class Command:
    def __init__(self, loadpath, name, text):
        self.name, self.text = name, text
        help_text = run(loadpath, name, "--help")
        found = re.findall(r"^  (?:-(\w), )?--([\w-]+)(?:=(\S+))?  +(.*)$", help_text, re.M)
        self.options = [Option(name, *option) for option in found]


def run(*arguments):
    environment = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="en")
    return subprocess.run(arguments, check=True, capture_output=True, text=True, env=environment).stdout


def read_commands(loadpath):
    listed = re.findall(r"^  ([\w-]+)  +(.*)$", run(loadpath, "--help"), re.M)
    return [Command(loadpath, *entry) for entry in listed if entry[0] != "loadpath"]


# --- bash ---------------------------------------------------------------------------------------------------------

BASH = """# Completion of loadpath for bash. Written by complete.py.

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
    words='@COMMANDS@ help --help --version'
    COMPREPLY=($(compgen -W "$words" -- "$cur") $(compgen -f -- "$cur"))
    compopt -o filenames 2>/dev/null
    return
  fi
  case ${COMP_WORDS[1]}:$prev in
    help:*) words='@COMMANDS@' ;;
@VALUES@  esac
  if [ -z "$words" ]; then
    case $cur in
      -*)
        case ${COMP_WORDS[1]} in
@OPTIONS@        esac
        ;;
      *)
        case ${COMP_WORDS[1]} in
@LISTS@        esac
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
"""


def bash_values(command):
    for option in command.options:
        names = [f"--{option.name}"] + ([f"-{option.short}"] if option.short else [])
        if option.choices:
            yield f"    {'|'.join(f'{command.name}:{n}' for n in names)}) words='{option.choices}' ;;\n"


def write_bash(commands):
    options = "".join(f"          {c.name}) words='{' '.join(['--' + o.name for o in c.options] + ['--help'])}' ;;\n"
                      for c in commands)
    lists = "".join(f"          {name}) words=$(_loadpath_names {table}) ;;\n" for name, table in sorted(LISTS.items()))
    return (BASH.replace("@COMMANDS@", " ".join(c.name for c in commands))
            .replace("@VALUES@", "".join(line for c in commands for line in bash_values(c)))
            .replace("@OPTIONS@", options).replace("@LISTS@", lists))


# --- zsh ----------------------------------------------------------------------------------------------------------

def zsh_quote(text):
    return re.sub(r"([\[\]:\\])", r"\\\1", text).replace("'", "'\\''")


def zsh_action(option):
    if not option.value:
        return ""
    if option.choices:
        return f":{option.name}:({option.choices})"
    return f":{option.name}:" + ("" if option.is_number else "_files")


def zsh_option(option):
    text, action = zsh_quote(option.text), zsh_action(option)
    repeat = "*" if option.name == "rules" else ""
    equals = "=" if option.value else ""
    if option.short:
        joined = f"'(-{option.short} --{option.name})'{{-{option.short}{'+' if option.value else ''},--{option.name}{equals}}}"
        return f"{joined}'[{text}]{action}'"
    return f"'{repeat}--{option.name}{equals}[{text}]{action}'"


def write_zsh(commands):
    lines = ["#compdef loadpath", "# Completion of loadpath for zsh. Written by complete.py.", "",
             "_loadpath_names ()", "{",
             "  local -a names", "  names=(${(f)\"$(loadpath $1 2>/dev/null | awk '$1 ~ /^[A-Za-z0-9-]+$/ { print $1 }')\"})",
             "  compadd -a names", "}", "",
             "_loadpath ()", "{", "  local -a commands=("]
    lines += [f"    '{c.name}:{zsh_quote(c.text)}'" for c in commands]
    lines += ["    'help:Say more about a command'", "  )", "  if (( CURRENT == 2 )); then",
              "    _describe -t commands command commands", "    _files", "    return", "  fi",
              "  local command=$words[2]", "  shift words", "  (( CURRENT-- ))", "  case $command in"]
    for c in commands:
        rest = (f"'*:{c.name}:_loadpath_names {LISTS[c.name]}'" if c.name in LISTS
                else None if c.name in NOTHING else "'*:file:_files'")
        arguments = [zsh_option(o) for o in c.options] + ["'--help[Say more]'"] + ([rest] if rest else [])
        lines += [f"    {c.name})", "      _arguments \\"]
        lines += [f"        {a} \\" for a in arguments[:-1]] + [f"        {arguments[-1]}", "      ;;"]
    lines += ["    help)", "      _describe -t commands command commands", "      ;;",
              "    *)", "      _files", "      ;;", "  esac", "}", "", '_loadpath "$@"', ""]
    return "\n".join(lines)


# --- fish ---------------------------------------------------------------------------------------------------------

def fish_quote(text):
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def fish_option(command, option):
    words = ["complete -c loadpath -n '__fish_seen_subcommand_from " + command.name + "'"]
    if option.short:
        words.append(f"-s {option.short}")
    words.append(f"-l {option.name}")
    if option.choices or option.is_number:
        words.append("-x")
    elif option.value:
        words.append("-r")
    if option.choices:
        words.append(f"-a '{option.choices}'")
    return " ".join(words + ["-d", fish_quote(option.text)])


def write_fish(commands):
    lines = ["# Completion of loadpath for fish. Written by complete.py.", "",
             "function __loadpath_names",
             "  loadpath $argv[1] 2>/dev/null | string match -r '^[A-Za-z0-9-]+(?= )'", "end", "",
             "complete -c loadpath -n __fish_use_subcommand -l help -d 'List the commands'",
             "complete -c loadpath -n __fish_use_subcommand -l version -d 'Print the version'"]
    for c in commands:
        lines.append(f"complete -c loadpath -n __fish_use_subcommand -a {c.name} -d {fish_quote(c.text)}")
    for c in commands:
        lines += [fish_option(c, option) for option in c.options]
        if c.name in LISTS:
            lines.append(f"complete -c loadpath -n '__fish_seen_subcommand_from {c.name}' -f -a '(__loadpath_names {LISTS[c.name]})'")
        elif c.name in NOTHING:
            lines.append(f"complete -c loadpath -n '__fish_seen_subcommand_from {c.name}' -f")
    return "\n".join(lines) + "\n"


def main():
    commands = read_commands(sys.argv[1])
    wrong = []
    for name, write in (("loadpath.bash", write_bash), ("_loadpath", write_zsh), ("loadpath.fish", write_fish)):
        path, text = HERE / name, write(commands)
        if "--update" in sys.argv:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            wrong.append(name)
    for name in wrong:
        print(f"data/completion/{name} is not what the commands are; run complete.py LOADPATH --update")
    return 1 if wrong or len(commands) < 10 else 0


if __name__ == "__main__":
    sys.exit(main())
