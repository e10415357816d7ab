using System.Text;

namespace Compare.Cli.Commands;

/// <summary><c>compare report</c>: writes what a person reads before signing.</summary>
internal static class ReportCommand
{
    private const string DefaultDirectory = "out";
    private const string ValidityName = "docs/VALIDITY.md";

    public static Command Create(Terminal terminal)
    {
        var output = SharedOptions.Output(
            $"Directory where signoff.md and signoff.txt are written, made if missing [default: {DefaultDirectory}].", "DIR");
        var command = new Command("report", "Write what a person reads before signing: signoff.md, and signoff.txt to send as a mail.") { output };
        var options = SignOffOptions.AddTo(command);
        command.SetAction(parsed => Report(options(parsed), parsed.GetValue(output) ?? DefaultDirectory, terminal));
        return command;
    }

    private static int Report(SignOffOptions options, string directory, Terminal terminal)
    {
        if (directory == SharedOptions.StandardOutput)
        {
            throw new InputException($"report: found --out {directory}, expected a directory: it writes two files");
        }

        var markdown = Path.Combine(directory, "signoff.md");
        var mail = Path.Combine(directory, "signoff.txt");
        InputFiles.RefuseOverwrite(markdown, options.Inputs);
        InputFiles.RefuseOverwrite(mail, options.Inputs);
        var signOff = new SignOffSession(options, terminal).Run();
        using var outputs = new AtomicFiles();
        Write(outputs, markdown, writer => MarkdownRenderer.Write(SignOffReport.Of(signOff, ValidityLink(directory)), writer));
        Write(outputs, mail, writer => MailRenderer.Write(SignOffReport.Brief(signOff), writer));
        outputs.Commit();
        terminal.Screen.Line(SignOffReport.State(signOff));
        terminal.Screen.Line($"Wrote {markdown} and {mail}.");
        return ExitCodes.Done;
    }

    private static void Write(AtomicFiles outputs, string path, Action<TextWriter> write)
    {
        using var writer = new StreamWriter(outputs.Create(path), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        write(writer);
    }

    /// <summary>docs/VALIDITY.md in the nearest directory above the report that has it.</summary>
    private static string? ValidityLink(string directory)
    {
        var full = Path.GetFullPath(directory);
        for (var above = full; above is not null; above = Path.GetDirectoryName(above))
        {
            var found = Path.Combine(above, ValidityName);
            if (File.Exists(found))
            {
                return Path.GetRelativePath(full, found).Replace(Path.DirectorySeparatorChar, '/');
            }
        }

        return null;
    }
}
