namespace Compare.Reports;

/// <summary>Colours of a trace; none where the screen has none.</summary>
/// <param name="colour">Whether there is colour.</param>
internal sealed class TraceInk(bool colour)
{
    public string Bold(string text) => In("1", text);

    public string Pale(string text) => In("2", text);

    public string Red(string text) => In("31", text);

    public string Yellow(string text) => In("33", text);

    public string Cyan(string text) => In("36", text);

    private string In(string code, string text) => colour && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text;
}
