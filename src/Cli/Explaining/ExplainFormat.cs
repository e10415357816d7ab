namespace Compare.Cli;

/// <summary>How <c>explain</c> writes.</summary>
internal enum ExplainFormat : byte
{
    Text,
    Markdown,
    Csv,
}
