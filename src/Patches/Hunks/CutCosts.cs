using System.Text.RegularExpressions;

namespace Compare.Patches;

/// <summary>What it costs to take a <c>+</c> of a squeezed hunk for the marker of an added line, or for a sign of the line before it.
/// What C as people write it forbids is dear; inside comments nearly everything is cheap.</summary>
internal sealed partial class CutCosts
{
    private const int Odd = 1, Bad = 2, Never = 4;

    private static readonly HashSet<string> Headings = ["if", "for", "while", "switch"];

    private static readonly HashSet<string> Words =
    [
        "else", "do", "return", "case", "goto", "static", "inline", "const", "struct", "enum", "int", "bool", "void", "unsigned", "long", "noinline",
    ];

    private readonly SqueezedText _text;
    private readonly bool[] _isString;
    private readonly bool[] _isHeading;
    private readonly int[] _depth;

    /// <summary>Looks at a text.</summary>
    /// <param name="text">The text.</param>
    public CutCosts(SqueezedText text)
    {
        _text = text;
        var length = text.Bare.Length;
        (_isString, _isHeading, _depth) = (new bool[length + 1], new bool[length + 1], new int[length + 1]);
        Scan();
    }

    /// <summary>The cost of a <c>+</c> as the marker of an added line.</summary>
    public int Marker(int at)
    {
        if (_text.IsComment(at))
        {
            return Next(at) is '*' or '+' ? 0 : Odd;
        }

        if (_isString[at])
        {
            return Never;
        }

        if (Next(at) == '+' || IsAfterLine(at))
        {
            return 0;
        }

        var next = Next(at);
        return next is ';' or ')' or ']' or '=' ? Bad + Odd
            : IsOperand(at) && IsOperandStart(next) ? Before(at) == ')' && _depth[at] == 0 ? Odd : Bad
            : 0;
    }

    /// <summary>The cost of a <c>+</c> as a sign: of a sum, or before <c>=</c>.</summary>
    public int Kept(int at)
    {
        if (_text.IsComment(at))
        {
            return Next(at) == '*' ? Odd : 0;
        }

        if (_isString[at])
        {
            return 0;
        }

        return IsAfterLine(at) || Next(at) == '+' ? Never
            : !IsOperand(at) ? Never
            : Directive().IsMatch(_text.Bare.AsSpan(LineStart(at)..at)) ? Odd
            : Next(at) == '=' || IsOperandStart(Next(at)) ? 0
            : Never;
    }

    /// <summary>The cost of a <c>+</c> and the one after it as an increment.</summary>
    public int Increment(int at)
    {
        if (_text.IsBlankBefore(at + 1))
        {
            return Never;
        }

        var next = Next(at + 1);
        return IsOperand(at) && !IsAfterLine(at) && !IsOperandStart(next) && next != '+' ? 0 : SqueezedText.IsWord(next) ? Odd : Never;
    }

    private void Scan()
    {
        var open = new Stack<int>();
        var quote = '\0';
        for (var i = 0; i < _text.Bare.Length; i++)
        {
            var character = _text.Bare[i];
            if (quote != '\0')
            {
                _isString[i] = true;
                quote = character == quote && _text.Bare[i - 1] != '\\' ? '\0' : quote;
            }
            else if (!_text.IsComment(i))
            {
                Scan(character, i, open, ref quote);
            }

            _depth[i + 1] = open.Count;
        }
    }

    private void Scan(char character, int at, Stack<int> open, ref char quote)
    {
        switch (character)
        {
            case '"' or '\'':
                quote = character;
                break;
            case '(':
                open.Push(at);
                break;
            case ')' when open.TryPop(out var start):
                _isHeading[at] = Headings.Contains(WordBefore(start));
                break;
            case '{' or '}':
                open.Clear();
                break;
            case ';' when !open.TryPeek(out var last) || WordBefore(last) != "for":
                open.Clear();
                break;
        }
    }

    /// <summary>Whether what stands before is a line's end for certain: of a statement, a heading, a comment or a directive.</summary>
    private bool IsAfterLine(int at)
    {
        var end = EndBefore(at);
        return end == 0
            || _text.Bare[end - 1] is '{' or '}' or ':' or '#'
            || (_text.Bare[end - 1] == ';' && _depth[end] == 0)
            || (_text.Bare[end - 1] == ')' && _isHeading[end - 1])
            || (_text.Bare[end - 1] == '/' && end > 1 && _text.Bare[end - 2] == '*')
            || Words.Contains(WordBefore(end))
            || WholeDirective().IsMatch(_text.Bare.AsSpan(LineStart(at)..end));
    }

    private bool IsOperand(int at)
        => EndBefore(at) is > 0 and var end && (SqueezedText.IsWord(_text.Bare[end - 1]) || _text.Bare[end - 1] is ')' or ']' or '"' or '\'');

    private static bool IsOperandStart(char character) => SqueezedText.IsWord(character) || character is '(' or '*' or '&' or '-' or '~' or '!' or '"' or '\'';

    private char Before(int at) => EndBefore(at) is > 0 and var end ? _text.Bare[end - 1] : '\0';

    private char Next(int at) => at + 1 < _text.Bare.Length ? _text.Bare[at + 1] : '\0';

    /// <summary>The place after the last character before that is no <c>+</c>.</summary>
    private int EndBefore(int at)
    {
        while (at > 0 && _text.Bare[at - 1] == '+')
        {
            at--;
        }

        return at;
    }

    /// <summary>The place after the nearest <c>+</c> with something behind it.</summary>
    private int LineStart(int at)
    {
        var end = EndBefore(at);
        return end == 0 ? 0 : _text.Bare.LastIndexOf('+', end - 1) + 1;
    }

    private string WordBefore(int end)
    {
        var start = end;
        while (start > 0 && SqueezedText.IsWord(_text.Bare[start - 1]) && (start == end || !_text.IsBlankBefore(start)))
        {
            start--;
        }

        return _text.Bare[start..end];
    }

    [GeneratedRegex(@"^#(?:else|endif|(?:ifdef|ifndef|undef)\w+)$")]
    private static partial Regex WholeDirective();

    [GeneratedRegex("^#(?:if|elif|define|include|error|pragma)")]
    private static partial Regex Directive();
}
