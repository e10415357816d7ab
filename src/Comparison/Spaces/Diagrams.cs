using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Compare.Comparison;

/// <summary>
/// Functions of a predicate's table as ordered decision diagrams (Bryant 1986, with six branches to a node): along every path the cells
/// stand in order, no node has six equal branches, and equal nodes are one. So two functions are equal exactly where their numbers are.
/// A negative number is a leaf, the complement of its value. Not for several threads at once.
/// </summary>
internal sealed class Diagrams
{
    private const int Leaf = int.MaxValue;
    private readonly List<Node> _nodes = [];
    private readonly Dictionary<Node, int> _known = [];
    private readonly Dictionary<Node, int> _chosen = [];

    /// <summary>The function with one value.</summary>
    /// <param name="value">At least 0.</param>
    public static int Constant(int value) => ~value;

    /// <summary>The value of a function that has one.</summary>
    /// <param name="function">A leaf.</param>
    public static int ValueOf(int function) => ~function;

    /// <summary>Whether a function has one value, whatever the table.</summary>
    /// <param name="function">The function.</param>
    public static bool IsConstant(int function) => function < 0;

    /// <summary>The first cell that a function asks; beyond all cells for a constant.</summary>
    /// <param name="function">The function.</param>
    public int CellOf(int function) => function < 0 ? Leaf : _nodes[function].Cell;

    /// <summary>A function where the answer to a cell is known.</summary>
    /// <param name="function">The function.</param>
    /// <param name="cell">A cell that is not behind the first one that the function asks.</param>
    /// <param name="answer">The answer.</param>
    public int Branch(int function, int cell, int answer) => CellOf(function) == cell ? _nodes[function].Branches[answer] : function;

    /// <summary>The function that does what one of six says, by the answer to a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="branches">A function for each answer; each may ask any cell.</param>
    public int Choose(int cell, in Branches branches)
    {
        var node = new Node(cell, branches);
        if (_chosen.TryGetValue(node, out var chosen))
        {
            return chosen;
        }

        var first = Leaf;
        foreach (var branch in branches)
        {
            first = Math.Min(first, CellOf(branch));
        }

        chosen = first > cell ? Make(node) : Reordered(node, first);
        _chosen.Add(node, chosen);
        return chosen;
    }

    /// <summary>The value of a function for a table.</summary>
    /// <param name="function">The function.</param>
    /// <param name="table">The index of the answer to each cell.</param>
    public int Evaluate(int function, ReadOnlySpan<byte> table)
    {
        while (function >= 0)
        {
            var node = _nodes[function];
            function = node.Branches[table[node.Cell]];
        }

        return ValueOf(function);
    }

    /// <summary>Joins two functions value by value.</summary>
    /// <param name="left">A function of this store.</param>
    /// <param name="right">Another one.</param>
    /// <param name="join">Gives the joined function where the two values, or one of them, settle it; called with two numbers of functions.</param>
    /// <param name="known">Results for this way to join; kept between calls.</param>
    public int Join(int left, int right, Func<int, int, int?> join, Dictionary<(int Left, int Right), int> known)
    {
        if (join(left, right) is { } settled)
        {
            return settled;
        }

        if (known.TryGetValue((left, right), out var result))
        {
            return result;
        }

        var cell = Math.Min(CellOf(left), CellOf(right));
        var branches = default(Branches);
        for (var answer = 0; answer < Branches.Length; answer++)
        {
            branches[answer] = Join(Branch(left, cell, answer), Branch(right, cell, answer), join, known);
        }

        result = Make(new Node(cell, branches));
        known.Add((left, right), result);
        return result;
    }

    /// <summary>Puts functions in the place of values.</summary>
    /// <param name="source">The store that has the function; this one or another.</param>
    /// <param name="function">The function.</param>
    /// <param name="next">The function for each value.</param>
    /// <param name="known">Results for this source and these functions; kept between calls.</param>
    public int Bind(Diagrams source, int function, Func<int, int> next, Dictionary<int, int> known)
    {
        if (known.TryGetValue(function, out var result))
        {
            return result;
        }

        if (function < 0)
        {
            result = next(ValueOf(function));
        }
        else
        {
            var node = source._nodes[function];
            var branches = default(Branches);
            for (var answer = 0; answer < Branches.Length; answer++)
            {
                branches[answer] = Bind(source, node.Branches[answer], next, known);
            }

            result = Choose(node.Cell, in branches);
        }

        known.Add(function, result);
        return result;
    }

    /// <summary>A function where the answer to a cell is known.</summary>
    /// <param name="function">The function.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="known">Results for this cell and answer; kept between calls.</param>
    public int Restrict(int function, int cell, int answer, Dictionary<int, int> known)
    {
        if (CellOf(function) >= cell)
        {
            return Branch(function, cell, answer);
        }

        if (known.TryGetValue(function, out var result))
        {
            return result;
        }

        var node = _nodes[function];
        var branches = default(Branches);
        for (var i = 0; i < Branches.Length; i++)
        {
            branches[i] = Restrict(node.Branches[i], cell, answer, known);
        }

        result = Make(new Node(node.Cell, branches));
        known.Add(function, result);
        return result;
    }

    /// <summary>The cells that a function asks, a bit for each.</summary>
    /// <param name="function">The function.</param>
    /// <param name="known">Results; kept between calls.</param>
    public uint SupportOf(int function, Dictionary<int, uint> known)
    {
        if (function < 0 || known.TryGetValue(function, out var support))
        {
            return function < 0 ? 0 : known[function];
        }

        var node = _nodes[function];
        support = 1u << node.Cell;
        foreach (var branch in node.Branches)
        {
            support |= SupportOf(branch, known);
        }

        known.Add(function, support);
        return support;
    }

    /// <summary>The values that a function has for some table.</summary>
    /// <param name="function">The function.</param>
    public IReadOnlyCollection<int> ValuesOf(int function)
    {
        var (values, seen, open) = (new HashSet<int>(), new HashSet<int>(), new Stack<int>([function]));
        while (open.TryPop(out var next))
        {
            if (next < 0)
            {
                values.Add(ValueOf(next));
            }
            else if (seen.Add(next))
            {
                foreach (var branch in _nodes[next].Branches)
                {
                    open.Push(branch);
                }
            }
        }

        return values;
    }

    private int Make(in Node node)
    {
        if (node.Branches.AreEqual())
        {
            return node.Branches[0];
        }

        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_known, node, out var isKnown);
        if (!isKnown)
        {
            number = _nodes.Count;
            _nodes.Add(node);
        }

        return number;
    }

    /// <summary>The choice below a cell that a branch asks and that stands before its own; or at its own where a branch asks that again.</summary>
    private int Reordered(in Node node, int first)
    {
        var outer = default(Branches);
        for (var answer = 0; answer < Branches.Length; answer++)
        {
            if (first == node.Cell)
            {
                outer[answer] = Branch(node.Branches[answer], first, answer);
                continue;
            }

            var inner = default(Branches);
            for (var i = 0; i < Branches.Length; i++)
            {
                inner[i] = Branch(node.Branches[i], first, answer);
            }

            outer[answer] = Choose(node.Cell, in inner);
        }

        return Make(new Node(first, outer));
    }

    private readonly record struct Node(int Cell, Branches Branches);
}

/// <summary>A function for each answer of <see cref="TablePredicate.Answers"/>.</summary>
[InlineArray(Length)]
internal struct Branches : IEquatable<Branches>
{
    /// <summary>How many answers there are.</summary>
    public const int Length = 6;

    private int _first;

    /// <summary>Whether all six are one function.</summary>
    public readonly bool AreEqual() => !((ReadOnlySpan<int>)this).ContainsAnyExcept(_first);

    /// <inheritdoc/>
    public readonly bool Equals(Branches other) => ((ReadOnlySpan<int>)this).SequenceEqual(other);

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Branches other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode()
    {
        var hash = 0;
        foreach (var branch in this)
        {
            hash = (hash * 0x2c9277b5) + branch;
        }

        return hash ^ (hash >>> 15);
    }
}
