using System.Text.RegularExpressions;

namespace Compare.Tests;

/// <summary>Inside an assembly a folder uses only folders that stand before it, so that no two need each other.</summary>
public sealed partial class WallTests
{
    /// <summary>The folders of each assembly, lowest first; <c>.</c> is the project's own.</summary>
    public static TheoryData<string, string> Orders => new()
    {
        { "src/Engine", "Handlers Setup Profiles Rules Outcomes World Observing Kernel" },
        { "src/Scenarios", "Input Csv Vocabulary . Filtering Matrices Tables" },
        {
            "src/Comparison",
            "Outcomes Rules Running Differing Minimising Conditions Describing Guests Explaining Findings Checking Validating Tracing Sampling Spaces Sensitivity Proving Planning SignOff "
            + "Regression/Rows Regression/Classes Regression Regression/Origins"
        },
        { "reports", "Documents Rendering Files Tables Running Explaining Spaces Proving Planning Regression SignOff Tracing" },
        { "src/Guest", "." },
        { "src/Recording", "." },
        { "src/Patches", "Text Lexing Cutting Types Running Words Parsing Handlers Hunks Mails Origins" },
        { "src/Cli", "Console Selecting Sessions Commands ." },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void A_folder_uses_only_folders_before_it(string project, string order)
    {
        var folders = order.Split(' ');
        var files = Sources(project);
        Assert.Equal(folders.Order(StringComparer.Ordinal), files.Select(file => file.Folder).Distinct().Order(StringComparer.Ordinal));
        var homes = files
            .SelectMany(file => Declared().Matches(file.Code).Select(match => (Name: match.Groups[1].Value, file.Folder)))
            .ToLookup(item => item.Name, item => item.Folder);
        string[] wrong =
        [
            .. from file in files
               from name in Named().Matches(file.Code).Select(match => match.Value).Distinct()
               where homes.Contains(name) && !homes[name].Contains(file.Folder)
               let nearest = homes[name].Min(folder => Array.IndexOf(folders, folder))
               where nearest > Array.IndexOf(folders, file.Folder)
               select $"{file.Name} uses {name} of {folders[nearest]}",
        ];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    private static List<(string Name, string Folder, string Code)> Sources(string project)
    {
        var root = RepositoryRoot.File(project);
        return
        [
            .. from path in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
               let name = Path.GetRelativePath(root, path).Replace('\\', '/')
               where !name.StartsWith("bin/", StringComparison.Ordinal) && !name.StartsWith("obj/", StringComparison.Ordinal)
               let folder = name.Contains('/', StringComparison.Ordinal) ? name[..name.LastIndexOf('/')] : "."
               select (name, folder, Comments().Replace(File.ReadAllText(path), "\"\"")),
        ];
    }

    /// <summary>Comments and texts, in which a name is only a word.</summary>
    [GeneratedRegex(@"""""""[\s\S]*?""""""|//[^\n]*|""(?:\\.|[^""\\\n])*""")]
    private static partial Regex Comments();

    [GeneratedRegex(
        @"^(?:(?:public|internal|file|abstract|sealed|static|readonly|ref|partial|unsafe)\s+)*"
        + @"(?:class|struct|record struct|record class|record|interface|enum|delegate\s+[\w<>\[\]?, ]+?)\s+(\w+)",
        RegexOptions.Multiline)]
    private static partial Regex Declared();

    /// <summary>A word that begins like a type and is no member of something.</summary>
    [GeneratedRegex(@"(?<![.\w])[A-Z]\w+")]
    private static partial Regex Named();
}
