using System.Text;

namespace Compare.Cli.Commands;

/// <summary><c>compare report</c>: writes the page that a person signs, the details, and a mail.</summary>
internal static class ReportCommand
{
    private const string DefaultDirectory = "out";
    private const string DetailsName = "details.md";
    private const string ValidityName = "docs/VALIDITY.md";

    public static Command Create(Terminal terminal)
    {
        var output = SharedOptions.Output(
            $"Directory where signoff.md, details.md and signoff.txt are written, made if missing [default: {DefaultDirectory}].", "DIR");
        var command = new Command("report", "Write the page that a person signs, signoff.md, everything else, details.md, and signoff.txt to send as a mail.") { output };
        var options = SignOffOptions.AddTo(command);
        command.SetAction(parsed => Report(options(parsed), parsed.GetValue(output) ?? DefaultDirectory, terminal));
        return command;
    }

    private static int Report(SignOffOptions options, string directory, Terminal terminal)
    {
        if (directory == SharedOptions.StandardOutput)
        {
            throw new InputException($"report: found --out {directory}, expected a directory: it writes three files");
        }

        var (page, details, mail) = (Path.Combine(directory, "signoff.md"), Path.Combine(directory, DetailsName), Path.Combine(directory, "signoff.txt"));
        foreach (var output in (string[])[page, details, mail])
        {
            InputFiles.RefuseOverwrite(output, options.Inputs);
        }

        var signOff = new SignOffSession(options, terminal).Run();
        using var outputs = new AtomicFiles();
        Write(outputs, page, writer => MarkdownRenderer.Write(SignOffPage.Of(signOff, DetailsName), writer));
        Write(outputs, details, writer => MarkdownRenderer.Write(SignOffDetails.Of(signOff, ValidityLink(directory)), writer));
        Write(outputs, mail, writer => MailRenderer.Write(SignOffMail.Of(signOff), writer));
        outputs.Commit();
        terminal.Screen.Write(SignOffDetails.State(signOff));
        terminal.Screen.Line($"Wrote {page}, {details} and {mail}.");
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
