namespace Compare.Comparison;

/// <summary>
/// Every sequence of steps from every start of a group, on both sides in lock step, the shorter ones first. A pair of worlds that was reached
/// before is not looked at again: where no pair is new, nothing that could differ is left. Not for several threads at once.
/// </summary>
internal sealed class GroupSearch
{
    private const int WorldBits = 30;
    private const int WorldMask = (1 << WorldBits) - 1;
    private readonly ProofGroup _group;
    private readonly ProofQuestion _question;
    private readonly PairRunner _runner;
    private readonly StepMoves _moves;
    private readonly bool _thaws;
    private readonly WorldStore _worlds = new();
    private readonly PairTable _pairs = new();
    private readonly List<int> _parents = [];
    private readonly List<byte> _steps = [];
    private readonly Action<SearchState> _report;

    /// <summary>A search.</summary>
    /// <param name="group">What starts.</param>
    /// <param name="question">What is compared.</param>
    /// <param name="report">Told how far it is.</param>
    public GroupSearch(ProofGroup group, ProofQuestion question, Action<SearchState> report)
    {
        (_group, _question, _report) = (group, question, report);
        _runner = new PairRunner(question.Left, question.Right, question.Observed);
        _moves = new StepMoves(group.Setup, question.Steps, _runner.KeepsSplits);
        _thaws = question.Steps.Contains(new Step(Verb.Thaw));
    }

    /// <summary>Pairs reached.</summary>
    public int Pairs => _pairs.Count;

    /// <summary>Bytes held.</summary>
    public long Bytes => _worlds.Bytes + _pairs.Bytes + ((long)_parents.Capacity * sizeof(int)) + _steps.Capacity;

    /// <summary>Searches.</summary>
    /// <param name="limits">How far.</param>
    /// <param name="isOver">Asked now and then; ends the search with what is known.</param>
    public GroupProof Run(ProofLimits limits, Func<bool> isOver)
    {
        foreach (var setup in _group.Starts)
        {
            var world = Kernel.SetUp(in setup, needsWriter: true).Without(keepsSplits: false);
            var number = _worlds.NumberOf(in world);
            if (!TryAdd(number, number, _moves.Start, parent: -1, step: 0))
            {
                throw new InvalidOperationException($"two starts of a group are one world: {setup}");
            }
        }

        ProofWitness? best = null;
        var depth = 0;
        for (var level = 0; level < _pairs.Count; depth++)
        {
            var end = _pairs.Count;
            var isLast = depth + 1 == limits.Depth;
            for (; level < end; level++)
            {
                Expand(level, depth, isLast, ref best);
                if (level % SearchState.PairsBetween == 0)
                {
                    _report(new SearchState(_group, depth, end - level, level, Bytes));
                    if (isOver() || Bytes > limits.Bytes || _worlds.Count > WorldMask - 1000)
                    {
                        return Result(best is null ? ProofStatus.Open : ProofStatus.Differs, depth, best);
                    }
                }
            }

            if (best is not null && best.Steps.Length <= depth + 1)
            {
                return Result(ProofStatus.Differs, depth + 1, best);
            }

            if (isLast)
            {
                return Result(best is null ? ProofStatus.Open : ProofStatus.Differs, depth + 1, best);
            }
        }

        return Result(best is null ? ProofStatus.Proved : ProofStatus.Differs, depth, best);
    }

    private GroupProof Result(ProofStatus status, int depth, ProofWitness? witness)
        => new(_group, status, _worlds.Count, _pairs.Count, depth, Bytes, witness);

    private void Expand(int number, int depth, bool isLast, ref ProofWitness? best)
    {
        var pair = _pairs[number];
        var (left, right, path) = ((int)(pair >> (WorldBits + PathState.Width)), (int)(pair >> PathState.Width) & WorldMask, new PathState((int)pair & (PathState.Count - 1)));
        _worlds.Get(left, out var leftParts, out var leftWorld);
        var rightParts = leftParts;
        var rightWorld = leftWorld;
        if (right != left)
        {
            _worlds.Get(right, out rightParts, out rightWorld);
        }

        for (var i = 0; i < _question.Steps.Length; i++)
        {
            var step = _question.Steps[i];
            foreach (var move in _moves.Of(path, i))
            {
                if (move.DropsWriter)
                {
                    var (leftWithout, rightWithout) = (leftWorld.WithoutWriter(), rightWorld.WithoutWriter());
                    Follow(in leftWithout, in rightWithout, move.Path, ref best);
                }
                else
                {
                    Follow(in leftWorld, in rightWorld, move.Path, ref best);
                }
            }

            void Follow(in World leftBefore, in World rightBefore, PathState after, ref ProofWitness? found)
            {
                World leftAfter, rightAfter;
                var areOne = false;
                var agree = left == right
                    ? _runner.Run(in leftBefore, step, out leftAfter, out rightAfter, out areOne)
                    : _runner.Run(in leftBefore, in rightBefore, step, out leftAfter, out rightAfter);
                if (!agree)
                {
                    Consider(number, i, depth, after, leftBefore.WaitingStep is not null, ref found);
                    return;
                }

                if (isLast || (_runner.Result.EndsRun() && !(_thaws && _runner.Result == StepResult.Blocked)))
                {
                    return;
                }

                if (_moves.LeavesParent(after))
                {
                    leftAfter = leftAfter.WithoutParent();
                    rightAfter = rightAfter.WithoutParent();
                }

                var leftNumber = _worlds.NumberOf(in leftAfter, in leftWorld, in leftParts);
                var rightNumber = areOne ? leftNumber : _worlds.NumberOf(in rightAfter, in rightWorld, in rightParts);
                TryAdd(leftNumber, rightNumber, after, number, (byte)i);
            }
        }
    }

    private bool TryAdd(int left, int right, PathState path, int parent, byte step)
    {
        var pair = ((((ulong)left << WorldBits) | (uint)right) << PathState.Width) | (uint)path.Bits;
        _pairs.NumberOf(pair, out var isNew);
        if (isNew)
        {
            _parents.Add(parent);
            _steps.Add(step);
        }

        return isNew;
    }

    /// <summary>Keeps a difference if it is shorter than those before it, with what a scenario of it still needs at its end.</summary>
    private void Consider(int number, int step, int depth, PathState path, bool waits, ref ProofWitness? best)
    {
        List<Step> rest = [];
        if (waits && _question.Steps[step].Verb != Verb.Thaw)
        {
            rest.Add(new Step(Verb.Thaw));
        }

        if (path.Writer == WriterUse.Promised)
        {
            rest.Add(new Step(Verb.OtherLoad));
        }

        if (best is not null && best.Steps.Length <= depth + 1 + rest.Count)
        {
            return;
        }

        var steps = new Stack<Step>([.. rest.AsEnumerable().Reverse(), _question.Steps[step]]);
        for (; _parents[number] >= 0; number = _parents[number])
        {
            steps.Push(_question.Steps[_steps[number]]);
        }

        best = new ProofWitness(_group.Starts[number], [.. steps]);
    }
}
