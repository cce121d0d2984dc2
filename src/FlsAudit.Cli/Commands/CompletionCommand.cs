using System.CommandLine;
using FlsAudit.Cli.Arguments;
using FlsAudit.Jobs;

namespace FlsAudit.Cli.Commands;

/// <summary><c>flsaudit completion</c>: shell scripts on the library's <c>[suggest]</c> directive.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, string> Scripts = new()
    {
        ["bash"] = """
            _flsaudit() {
              local IFS=$'\n'
              COMPREPLY=($(compgen -W "$(flsaudit "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
              [ ${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- "${COMP_WORDS[COMP_CWORD]}"))
            }
            complete -o filenames -F _flsaudit flsaudit
            """,
        ["zsh"] = """
            #compdef flsaudit
            _flsaudit() {
              local -a found
              found=("${(@f)$(flsaudit "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
              compadd -a found
              _files
            }
            compdef _flsaudit flsaudit
            """,
        ["pwsh"] = """
            Register-ArgumentCompleter -Native -CommandName flsaudit -ScriptBlock {
              param($word, $line, $cursor)
              flsaudit "[suggest:$cursor]" "$line" 2>$null | Where-Object { $_ -like "$word*" } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
            }
            """,
    };

    public static Command Make(Terminal terminal)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or pwsh." };
        shell.CompletionSources.Add([.. Scripts.Keys]);
        var command = new Command("completion", "Print a script that completes this program's words in a shell.") { shell };
        command.SetAction(parsed =>
        {
            var name = parsed.GetRequiredValue(shell);
            if (!Scripts.TryGetValue(name, out var script))
                throw new JobException(ExitCode.Usage, $"There is no completion for '{name}'; known are {string.Join(", ", Scripts.Keys)}.");
            terminal.Line(script.ReplaceLineEndings("\n"));
            return (int)ExitCode.Done;
        });
        return command;
    }
}
