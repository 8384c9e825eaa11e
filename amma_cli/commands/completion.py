"""amma completion: a script for bash, zsh, fish or PowerShell."""

from typing import Annotated, NamedTuple

import typer

from amma_cli.commands.help import OPTIONS, TOPICS
from amma_cli.commands.house import House
from amma_cli.commands.registry import COMMANDS, VALUED
from amma_cli.commands.show import write
from amma_cli.domain.moment import SCHEMA
from amma_cli.errors import Usage
from amma_cli.options import COLORS, VALUES
from amma_cli.view.characters import to_json

SHELLS = ("bash", "zsh", "fish", "powershell")
NAMES = " ".join(command.name for command in COMMANDS)
HELP = f"{NAMES} {' '.join(TOPICS)}"
WHEN = " ".join(COLORS)
NAMED = ("read", "cite", "print")  # what takes an article
ARTICLES, KINDS = "amma list --slugs", "amma topics --names"


class Words(NamedTuple):
    """Options: those of every command, those of each, and all that take a value."""

    common: str
    own: dict[str, str]
    valued: tuple[str, ...]


def _words() -> Words:
    from amma_cli.commands.run import EVERY, build

    common = {word.split()[0] for name, _ in OPTIONS for word in name.split(", ")}
    own = {}
    for name, command in build(EVERY).commands.items():
        options = [p for p in command.params if p.param_type_name == "option" and not p.hidden]
        names = {name for p in options for name in (*p.opts, *p.secondary_opts)} - common
        if names:
            own[name] = " ".join(sorted(names))
    return Words(" ".join(sorted(common)), own, tuple(sorted({*VALUED, *VALUES})))


def completion(
    ctx: typer.Context,
    shell: Annotated[str, typer.Argument(metavar="bash|zsh|fish|powershell")],
) -> None:
    """Print a completion script of commands, options, articles and topics.

    \b
    Examples:
      amma completion bash > ~/.local/share/bash-completion/completions/amma
      amma completion zsh > ~/.zfunc/_amma
      amma completion fish > ~/.config/fish/completions/amma.fish
    """
    house: House = ctx.obj
    if shell not in SHELLS:
        raise Usage(f'There is no completion for "{shell[:40]}".', "bash, zsh, fish or powershell")
    text = script(shell)
    if house.env.options.json:
        write(house.env, to_json({"schema": SCHEMA, "shell": shell, "script": text}, "ascii"))
        return
    house.env.stdout.write(text)


def script(shell: str) -> str:
    """Return the completion script of a shell."""
    return {"bash": _bash, "zsh": _zsh, "fish": _fish, "powershell": _powershell}[shell](_words())


def _cases(words: Words) -> str:
    """Return the lines of a case that sets `own`, the same in bash and zsh."""
    return "\n".join(f"      {name}) own='{options}';;" for name, options in words.own.items())


def _bash(words: Words) -> str:
    return f"""# bash completion for amma
_amma() {{
  local cur="${{COMP_WORDS[COMP_CWORD]}}" prev="${{COMP_WORDS[COMP_CWORD-1]}}" name="" own="" i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "${{COMP_WORDS[i]}}" in
      {"|".join(words.valued)}) ((i++));;
      -*) ;;
      *) name="${{COMP_WORDS[i]}}"; break;;
    esac
  done
  COMPREPLY=()
  case "$prev" in
    --topic) COMPREPLY=($(compgen -W "$({KINDS} 2>/dev/null)" -- "$cur")); return;;
    --color) COMPREPLY=($(compgen -W "{WHEN}" -- "$cur")); return;;
    -o|--output) COMPREPLY=($(compgen -f -- "$cur")); return;;
    {"|".join(words.valued)}) return;;
  esac
  if [[ "$cur" == -* ]]; then
    case "$name" in
{_cases(words)}
    esac
    COMPREPLY=($(compgen -W "{words.common} $own" -- "$cur")); return
  fi
  case "$name" in
    "") COMPREPLY=($(compgen -W "{NAMES}" -- "$cur"));;
    {"|".join(NAMED)}) COMPREPLY=($(compgen -W "$({ARTICLES} 2>/dev/null)" -- "$cur"));;
    help) COMPREPLY=($(compgen -W "{HELP}" -- "$cur"));;
  esac
}}
complete -F _amma amma
"""


def _zsh(words: Words) -> str:
    return f"""#compdef amma
_amma() {{
  local name="" own="" i
  for ((i = 2; i < CURRENT; i++)); do
    case "$words[i]" in
      {"|".join(words.valued)}) ((i++));;
      -*) ;;
      *) name="$words[i]"; break;;
    esac
  done
  case "$words[CURRENT-1]" in
    --topic) compadd -- $({KINDS} 2>/dev/null); return;;
    --color) compadd -- {WHEN}; return;;
    -o|--output) _files; return;;
    {"|".join(words.valued)}) return;;
  esac
  if [[ "$PREFIX" == -* ]]; then
    case "$name" in
{_cases(words)}
    esac
    compadd -- {words.common} $=own; return
  fi
  case "$name" in
    "") compadd -- {NAMES};;
    {"|".join(NAMED)}) compadd -- $({ARTICLES} 2>/dev/null);;
    help) compadd -- {HELP};;
  esac
}}
_amma "$@"
"""


def _fish(words: Words) -> str:
    seen = "complete -c amma -n '__fish_seen_subcommand_from"
    lines = [
        "# fish completion for amma",
        "complete -c amma -f",
        f"complete -c amma -n __fish_use_subcommand -a '{NAMES}'",
        f"{seen} {' '.join(NAMED)}' -a '({ARTICLES} 2>/dev/null)'",
        f"{seen} help' -a '{HELP}'",
    ]
    lines += [f"complete -c amma {_in_fish(o, words)}" for o in words.common.split()]
    for name, options in words.own.items():
        lines += [f"{seen} {name}' {_in_fish(option, words)}" for option in options.split()]
    return "\n".join(lines) + "\n"


def _in_fish(option: str, words: Words) -> str:
    kind = "-l" if option.startswith("--") else "-s"
    more = " -x" if option in words.valued else ""
    if option == "--topic":
        more += f" -a '({KINDS} 2>/dev/null)'"
    if option == "--color":
        more += f" -a '{WHEN}'"
    if option in ("-o", "--output"):
        more = " -r -F"
    return f"{kind} {option.lstrip('-')}{more}"


def _powershell(words: Words) -> str:
    def listed(names: str) -> str:
        return "@(" + ", ".join(f"'{name}'" for name in names.split()) + ")"

    own = "\n".join(f"    '{name}' = {listed(names)}" for name, names in words.own.items())
    return f"""# PowerShell completion for amma
Register-ArgumentCompleter -Native -CommandName amma -ScriptBlock {{
  param($word, $line, $position)
  $valued = {listed(" ".join(words.valued))}
  $own = @{{
{own}
  }}
  $typed = @($line.ToString().Split(' ') | Where-Object {{ $_ }})
  if ($word) {{ $typed = @($typed | Select-Object -SkipLast 1) }}
  $previous = $typed[-1]
  $name = ''
  $skip = $false
  foreach ($one in @($typed | Select-Object -Skip 1)) {{
    if ($skip) {{ $skip = $false }}
    elseif ($valued -ccontains $one) {{ $skip = $true }}
    elseif (-not $one.StartsWith('-')) {{ $name = $one; break }}
  }}
  $all = @()
  if ($previous -eq '--topic') {{ $all = {KINDS} }}
  elseif ($previous -eq '--color') {{ $all = {listed(WHEN)} }}
  elseif ($valued -ccontains $previous) {{ $all = @() }}
  elseif ($word -like '-*') {{ $all = {listed(words.common)} + $own[$name] }}
  elseif ($name -eq '') {{ $all = {listed(NAMES)} }}
  elseif ({listed(" ".join(NAMED))} -contains $name) {{ $all = {ARTICLES} }}
  elseif ($name -eq 'help') {{ $all = {listed(HELP)} }}
  $all | Where-Object {{ $_ -like "$word*" }} | ForEach-Object {{
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }}
}}
"""
