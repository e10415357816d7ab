using System.Reflection;
using System.Runtime.Loader;

namespace Compare.Comparison;

/// <summary>Strategies in an assembly, or a file of C#, that the program was not built with.</summary>
public static class GuestAssembly
{
    /// <summary>How the names of files with strategies end: an assembly, and C# that is compiled at once.</summary>
    public static ImmutableArray<string> Extensions { get; } = [".dll", GuestSource.Extension];

    /// <summary>Loads the strategies of a file: one instance of each public class that is a <see cref="FaultHandler"/>.</summary>
    /// <param name="path">The assembly, or the file of C#.</param>
    /// <returns>The strategies in ordinal order of the name; at least one.</returns>
    /// <exception cref="InputException">
    /// There is no such file, it is no assembly or does not compile, it was built against another engine, it holds no strategy, two with one
    /// name or one with a name that is none, or a constructor throws.
    /// </exception>
    public static ImmutableArray<FaultHandler> Load(string path)
    {
        var assembly = LoadFile(path);
        var strategies = TypesOf(assembly, path)
            .Where(type => type is { IsPublic: true, IsAbstract: false } && type.IsAssignableTo(typeof(FaultHandler)))
            .Select(type => Create(type, path))
            .OrderBy(strategy => strategy.Name, StringComparer.Ordinal)
            .ToImmutableArray();
        if (strategies.IsEmpty)
        {
            throw Error(
                path,
                $"found no public class that is a {nameof(FaultHandler)} or {nameof(WritePredicate)} of Compare.Engine, expected one");
        }

        for (var i = 1; i < strategies.Length; i++)
        {
            if (strategies[i].Name == strategies[i - 1].Name)
            {
                throw Error(
                    path,
                    $"found the name '{strategies[i].Name}' in {strategies[i - 1].GetType()} and {strategies[i].GetType()}, "
                    + "expected a name for each");
            }
        }

        return strategies;
    }

    private static Assembly LoadFile(string path)
    {
        var file = Path.GetFullPath(path);
        if (!File.Exists(file))
        {
            throw Error(path, Directory.Exists(file) ? "found a directory, expected an assembly" : "no such file");
        }

        if (path.EndsWith(GuestSource.Extension, StringComparison.OrdinalIgnoreCase))
        {
            return GuestSource.Compile(path);
        }

        try
        {
            var name = AssemblyName.GetAssemblyName(file);
            var context = new AssemblyLoadContext(name.Name);
            context.Resolving += (loading, wanted) =>
            {
                var beside = Path.Combine(Path.GetDirectoryName(file)!, wanted.Name + ".dll");
                return wanted.Name != EngineName.Name && File.Exists(beside) ? loading.LoadFromAssemblyPath(beside) : null;
            };
            return CheckEngine(context.LoadFromAssemblyPath(file), path);
        }
        catch (Exception failure) when (failure is BadImageFormatException or FileLoadException)
        {
            throw Error(path, "not a .NET assembly", failure);
        }
    }

    private static AssemblyName EngineName { get; } = typeof(FaultHandler).Assembly.GetName();

    private static Assembly CheckEngine(Assembly assembly, string path)
    {
        var wanted = assembly.GetReferencedAssemblies().FirstOrDefault(name => name.Name == EngineName.Name);
        return wanted is null || wanted.Version == EngineName.Version
            ? assembly
            : throw Error(path, $"found an assembly built against version {wanted.Version} of {EngineName.Name}, expected {EngineName.Version}");
    }

    private static Type[] TypesOf(Assembly assembly, string path)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException failure)
        {
            var reason = failure.LoaderExceptions.FirstOrDefault()?.Message ?? failure.Message;
            throw Error(path, $"built against another {EngineName.Name}: {reason}", failure);
        }
    }

    private static FaultHandler Create(Type type, string path)
    {
        if (type.GetConstructor(Type.EmptyTypes) is null)
        {
            throw Error(path, $"{type} has no public constructor without parameters, expected one");
        }

        try
        {
            var strategy = (FaultHandler)Activator.CreateInstance(type)!;
            return IsName(strategy.Name)
                ? strategy
                : throw Error(path, $"{type} has the name '{strategy.Name}', expected lower-case letters, digits and hyphens");
        }
        catch (TargetInvocationException failure)
        {
            var cause = failure.InnerException!;
            throw Error(path, $"the constructor of {type} threw {cause.GetType().Name}: {cause.Message}", failure);
        }
        catch (Exception failure) when (failure is TypeLoadException or MissingMemberException)
        {
            throw Error(path, $"built against another {EngineName.Name}: {failure.Message}", failure);
        }
    }

    private static bool IsName(string? name) =>
        name is { Length: > 0 } && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    private static InputException Error(string path, string problem, Exception? cause = null) =>
        new(new InputLocation(path), problem, cause);
}
