using System.Diagnostics;
using Compare.Tests.Cli;

namespace Compare.Tests;

/// <summary>The predicate of the README, made in a scratch folder as it says.</summary>
public sealed class ReadmeGuestTests
{
    [Fact]
    public void The_predicate_of_the_readme_compiles_and_has_its_column()
    {
        using var directory = new TemporaryDirectory();
        var readme = File.ReadAllText(RepositoryRoot.File("README.md"));
        var source = readme.Split("```csharp\n")[1].Split("\n```")[0];
        Assert.InRange(source.Split('\n').Length, 5, 12);
        directory.Write("OnlyPte.cs", source);
        directory.Write("MyPredicate.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{Path.Combine(AppContext.BaseDirectory, "Compare.Engine.dll")}" />
              </ItemGroup>
            </Project>
            """);
        Build(Path.GetDirectoryName(directory["x"])!);
        var result = CommandLine.Run(
            "run",
            "--strategy",
            directory["bin/Release/net10.0/MyPredicate.dll"],
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
