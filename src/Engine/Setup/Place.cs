namespace Compare.Engine;

/// <summary>The page that an access touches, counted from the start of the mapping that it uses.</summary>
public enum Place : byte
{
    /// <summary>Page 10.</summary>
    Target,

    /// <summary>Page 12: the same PMD range.</summary>
    Near,

    /// <summary>Page 522: the next PMD range.</summary>
    Far,

    /// <summary>Page 300: beyond the end of a partial file.</summary>
    Beyond,
}
