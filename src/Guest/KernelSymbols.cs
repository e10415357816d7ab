using System.Text;

namespace Compare.Guest;

/// <summary>Addresses of what the kernel does not let modules use.</summary>
internal static class KernelSymbols
{
    /// <summary>How the type of a module's parameter stands in it, where the parameter takes such an address: <c>address_of_SYMBOL</c>.</summary>
    private static readonly byte[] Parameter = Encoding.ASCII.GetBytes("parmtype=address_of_");

    /// <summary>The parameters with which a module is loaded: an address for each that asks for one.</summary>
    /// <param name="module">The module's file.</param>
    /// <exception cref="IOException">The kernel has no such symbol.</exception>
    public static string ParametersFor(string module)
    {
        ReadOnlySpan<byte> content = File.ReadAllBytes(module);
        var parameters = new List<string>();
        for (int at; (at = content.IndexOf(Parameter)) >= 0;)
        {
            content = content[(at + Parameter.Length)..];
            var symbol = Encoding.ASCII.GetString(content[..content.IndexOf((byte)':')]);
            parameters.Add($"address_of_{symbol}=0x{AddressOf(symbol)}");
        }

        return string.Join(' ', parameters);
    }

    private static string AddressOf(string symbol)
    {
        var line = File.ReadLines("/proc/kallsyms").FirstOrDefault(line => line.Split(' ') is [_, "t" or "T", var name] && name == symbol);
        return line?.Split(' ')[0] ?? throw new IOException($"the kernel has no function {symbol}");
    }
}
