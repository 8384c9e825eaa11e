"""amma completion: a script for bash, zsh, fish or PowerShell."""

from typing import Annotated

import typer

from amma_cli.commands.help import OPTIONS, TOPICS
from amma_cli.commands.house import House
from amma_cli.commands.registry import COMMANDS, VALUED
from amma_cli.commands.show import write
from amma_cli.domain.moment import SCHEMA
from amma_cli.errors import Usage
from amma_cli.view.characters import to_json

SHELLS = ("bash", "zsh", "fish", "powershell")


def _words() -> tuple[str, str]:
    names = " ".join(command.name for command in COMMANDS)
    common = [word.split()[0] for name, _ in OPTIONS for word in name.split(", ")]
    options = " ".join(sorted({*common, *(name for name in VALUED if name.startswith("--"))}))
    return names, options


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
    names, options = _words()
    return {"bash": _bash, "zsh": _zsh, "fish": _fish, "powershell": _powershell}[shell](
        names, options
    )


def _bash(names: str, options: str) -> str:
    return f"""# bash completion for amma
_amma() {{
  local cur="${{COMP_WORDS[COMP_CWORD]}}" prev="${{COMP_WORDS[COMP_CWORD-1]}}"
  case "$prev" in
    read|cite|print)
      COMPREPLY=($(compgen -W "$(amma list --slugs 2>/dev/null)" -- "$cur")); return;;
    --topic) COMPREPLY=($(compgen -W "$(amma topics --names 2>/dev/null)" -- "$cur")); return;;
    help) COMPREPLY=($(compgen -W "{names} {" ".join(TOPICS)}" -- "$cur")); return;;
    --color) COMPREPLY=($(compgen -W "auto always never" -- "$cur")); return;;
    -o|--output) COMPREPLY=($(compgen -f -- "$cur")); return;;
  esac
  if [[ "$cur" == -* ]]; then COMPREPLY=($(compgen -W "{options}" -- "$cur"))
  elif [[ $COMP_CWORD -eq 1 ]]; then COMPREPLY=($(compgen -W "{names}" -- "$cur")); fi
}}
complete -F _amma amma
"""


def _zsh(names: str, options: str) -> str:
    return f"""#compdef amma
_amma() {{
  case "$words[CURRENT-1]" in
    read|cite|print) compadd -- $(amma list --slugs 2>/dev/null); return;;
    --topic) compadd -- $(amma topics --names 2>/dev/null); return;;
    help) compadd -- {names} {" ".join(TOPICS)}; return;;
    --color) compadd -- auto always never; return;;
    -o|--output) _files; return;;
  esac
  if [[ "$PREFIX" == -* ]]; then compadd -- {options}
  elif (( CURRENT == 2 )); then compadd -- {names}; fi
}}
_amma "$@"
"""


def _fish(names: str, options: str) -> str:
    articles = "-a '(amma list --slugs 2>/dev/null)'"
    seen = "complete -c amma -n '__fish_seen_subcommand_from"
    lines = [
        "# fish completion for amma",
        "complete -c amma -f",
        f"complete -c amma -n __fish_use_subcommand -a '{names}'",
        f"{seen} read cite print' {articles}",
        f"{seen} help' -a '{' '.join(TOPICS)}'",
        "complete -c amma -l topic -x -a '(amma topics --names 2>/dev/null)'",
    ]
    long = [option.removeprefix("--") for option in options.split() if option.startswith("--")]
    lines += [f"complete -c amma -l {option}" for option in long if option != "topic"]
    return "\n".join(lines) + "\n"


def _powershell(names: str, options: str) -> str:
    listed = ", ".join(f"'{name}'" for name in names.split())
    flags = ", ".join(f"'{name}'" for name in options.split())
    return f"""# PowerShell completion for amma
Register-ArgumentCompleter -Native -CommandName amma -ScriptBlock {{
  param($word, $line, $position)
  $previous = ($line.ToString().Split(' ') | Where-Object {{ $_ -ne $word -and $_ }})[-1]
  if (@('read', 'cite', 'print') -contains $previous) {{ $all = amma list --slugs }}
  elseif ($word -like '-*') {{ $all = @({flags}) }}
  else {{ $all = @({listed}) }}
  $all | Where-Object {{ $_ -like "$word*" }} | ForEach-Object {{
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }}
}}
"""
