namespace Compare.Cli;

/// <summary>How <c>diff</c> writes.</summary>
internal enum DiffFormat : byte
{
    Text,
    Markdown,
    Csv,
}
