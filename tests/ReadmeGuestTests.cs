using System.Diagnostics;
using Compare.Tests.Cli;

namespace Compare.Tests;

/// <summary>The predicate of the README, in a project of anybody's own under the rules of this repository.</summary>
public sealed class ReadmeGuestTests
{
    /// <summary>What a checkout has above a project in it.</summary>
    private static readonly string[] Rules =
        ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", ".editorconfig", "global.json"];

    /// <summary>Against the house's rules of layout, names, visibility, culture and unneeded lines; for the compiler alone it is clean.</summary>
    private const string AnybodysStyle = """
        using System.Text;
        namespace anybodys
        {
          public class a_name {
              private static int Count=0;
           public string Text( int Number ){ if( Number>Count ) return String.Format( "{0}",Number ).ToLower( ); return Number.ToString(); }
          }
        }
        """;

    [Fact]
    public void The_predicate_of_the_readme_compiles_beside_code_in_any_style_and_has_its_column()
    {
        using var directory = new TemporaryDirectory();
        var project = Directory.CreateDirectory(directory["strategies/MyPredicate"]).FullName;
        foreach (var file in Rules)
        {
            File.Copy(RepositoryRoot.File(file), directory[file]);
        }

        var source = File.ReadAllText(RepositoryRoot.File("README.md")).Split("```csharp\n")[1].Split("\n```")[0];
        Assert.InRange(source.Split('\n').Length, 5, 12);
        File.WriteAllText(Path.Combine(project, "OnlyPte.cs"), source);
        File.WriteAllText(Path.Combine(project, "Anybodys.cs"), AnybodysStyle);
        File.WriteAllText(Path.Combine(project, "MyPredicate.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{Path.Combine(AppContext.BaseDirectory, "Compare.Engine.dll")}" />
              </ItemGroup>
            </Project>
            """);
        Build(project);
        var result = CommandLine.Run(
            "run",
            "--strategy",
            Path.Combine(project, "bin/Release/net10.0/MyPredicate.dll"),
            "--strategy",
            "zwisler",
            "--kernel",
            "v6.1",
            "--scenario",
            "mapping=shared thp=nohuge steps=store");
        Assert.Equal("", result.Error);
        Assert.Contains("v6.1 only-pte", result.Output, StringComparison.Ordinal);
    }

    private static void Build(string directory)
    {
        var start = new ProcessStartInfo("dotnet", ["build", "-c", "Release", "-nologo", "-v", "quiet", "--disable-build-servers"])
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
    }
}
