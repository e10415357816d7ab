using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Compare.Tests;

/// <summary>No type is public without need: another assembly of the product names it, or a public member of one that is named shows it.</summary>
public sealed class PublicityTests
{
    /// <summary>What a strategy of anybody's own is made of, whether one that is shipped uses it or not.</summary>
    private const string Contract = "src/Engine/Handlers";

    private static readonly string[] Assemblies =
        ["Compare.Engine", "Compare.Scenarios", "Compare.Comparison", "Compare.Reports", "Compare.Recording", "Compare.Strategies", "compare"];

    public static TheoryData<string> Rooms => [.. Assemblies[..5]];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Every_public_type_is_needed_by_another_room(string room)
    {
        var own = Assembly.Load(room).GetExportedTypes().Where(type => !type.IsNested).ToArray();
        var contract = Directory.EnumerateFiles(RepositoryRoot.File(Contract), "*.cs").Select(File.ReadAllText).ToArray();
        var todo = new Queue<Type>(own.Where(type => IsNamed(type, room) || contract.Any(text => text.Contains($" {type.Name}", StringComparison.Ordinal))));
        var needed = new HashSet<Type>();
        while (todo.TryDequeue(out var type))
        {
            if (needed.Add(type))
            {
                foreach (var shown in ShownBy(type))
                {
                    todo.Enqueue(shown);
                }
            }
        }

        var idle = own.Except(needed).Select(type => type.Name).Order(StringComparer.Ordinal).ToArray();
        Assert.True(idle.Length == 0, $"nobody outside of {room} needs: {string.Join(' ', idle)}");
    }

    private static bool IsNamed(Type type, string room)
        => Assemblies.Any(other => other != room && Names(other).Contains((type.Namespace!, type.Name)));

    private static HashSet<(string Namespace, string Name)> Names(string assembly)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll")));
        var reader = file.GetMetadataReader();
        return [.. reader.TypeReferences.Select(reader.GetTypeReference).Select(type => (reader.GetString(type.Namespace), reader.GetString(type.Name)))];
    }

    /// <summary>The types in the signatures of what others can use of a type.</summary>
    private static IEnumerable<Type> ShownBy(Type type)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        IEnumerable<Type> shown =
        [
            .. type.GetInterfaces(),
            .. type.BaseType is { } parent ? [parent] : (Type[])[],
            .. type.GetMethods(All).Where(method => IsSeen(method)).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)),
            .. type.GetConstructors(All).Where(method => IsSeen(method)).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType)),
            .. type.GetFields(All).Where(field => field.IsPublic || field.IsFamily).Select(field => field.FieldType),
        ];
        return shown.SelectMany(Parts).Where(part => part.Assembly == type.Assembly);

        static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily;
    }

    /// <summary>A type with what it is made of: elements, arguments of a generic one.</summary>
    private static IEnumerable<Type> Parts(Type type) => type.HasElementType
        ? Parts(type.GetElementType()!)
        : type.IsGenericType ? [type.GetGenericTypeDefinition(), .. type.GetGenericArguments().SelectMany(Parts)] : [type];
}
