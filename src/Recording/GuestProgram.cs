namespace Compare.Recording;

/// <summary>The program that runs in the machines: <c>src/Guest</c>, compiled ahead on the user's machine, with the libraries of that machine.</summary>
internal static class GuestProgram
{
    private const string Project = "src/Guest/Guest.csproj";

    /// <summary>Builds it; quick where nothing changed.</summary>
    /// <param name="cache">Where to keep it.</param>
    /// <returns>The file.</returns>
    /// <exception cref="InputException">Its source is not there.</exception>
    public static string Build(string cache)
    {
        var (root, place) = (Root(), Path.Combine(cache, "guest"));
        Tool.Dotnet.Run(
            root, "publish", Project, "-c", "Release", "-r", "linux-x64", $"-p:CppCompilerAndLinker={Tool.Linker.Name}",
            $"-p:PathMap={place}=/guest%2C{root}=/compare", "-p:ContinuousIntegrationBuild=true",
            "--artifacts-path", place, "-o", Path.Combine(place, "program"), "-v", "quiet", "-nologo");
        return Path.Combine(place, "program", "Compare.Guest");
    }

    /// <summary>The checkout that this program was built in.</summary>
    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Project)))
            {
                return folder.FullName;
            }
        }

        throw new InputException($"found no {Project} above {AppContext.BaseDirectory}, expected to run in a checkout of Compare: the guest program is built from it");
    }
}
