namespace Compare.Tests.Cli;

/// <summary>A ledger is a file that people edit.</summary>
public sealed class LedgerTests : IDisposable
{
    private const string Header = "id,decision,by,date,reason,subject,change,scenarios,evidence\n";

    private readonly SignOffDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("2017-08-23", "23 Aug 2017", ":2: column 'date': found '23 Aug 2017', expected a date as in 2017-08-23")]
    [InlineData("2017-08-23", "2017-02-30", ":2: column 'date': found '2017-02-30', expected a date")]
    [InlineData("accepted", "acepted", ":2: column 'decision': found 'acepted', expected one of accepted, rejected, was accepted, was rejected; did you mean 'accepted'?")]
    [InlineData("a reviewer", "", ":2: column 'by': found nothing, expected a text")]
    [InlineData("it is meant and right", "\"it\nis meant\"", ":2: column 'reason': found 'it\\u000Ais meant' with the control character \\u000A")]
    [InlineData(",1,", ",7,", ":2: column 'scenarios': found '7', expected 1, the number of the evidence in this row")]
    [InlineData(",1,", ",none,", ":2: column 'scenarios': found 'none', expected a number of at least 1")]
    [InlineData("zwisler -> v4.13 original", "original -> v4.13 v2", ":2: column 'id': found 'd-")]
    [InlineData("d-", "x-", ":2: column 'id': found 'x-")]
    [InlineData("reason,subject", "raeson,subject", ":1: found unknown column 'raeson'; did you mean 'reason'?")]
    [InlineData("a reviewer", "\"a reviewer", ":2: found a quote that is never closed")]
    public void What_is_edited_wrongly_is_refused_with_its_place(string text, string replacement, string problem)
    {
        AcceptDifferences();
        File.WriteAllText(_desk.Ledger, Replaced(File.ReadAllText(_desk.Ledger), text, replacement));
        Assert.StartsWith(_desk.Ledger + problem, Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_column_is_refused()
    {
        _desk.Write("signoff.csv", Header.Replace("evidence", "evidence,weather", StringComparison.Ordinal));
        Assert.StartsWith($"{_desk.Ledger}:1: found unknown column 'weather', expected only id, ", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_decisions_about_the_same_are_refused()
    {
        AcceptDifferences();
        var lines = File.ReadAllText(_desk.Ledger).Split('\n');
        File.AppendAllText(_desk.Ledger, lines[1] + "\n");
        Assert.Matches(@":\d+: column 'id': found 'd-[0-9a-f]{8}' again, which line 2 has already; expected one decision for each id$", Refused());
    }

    [Theory]
    [InlineData("", ":1: found an empty file, expected a header and rows")]
    [InlineData("id\n", ":1: found no column decision, by, ")]
    public void A_file_that_is_no_ledger_is_refused(string text, string problem)
    {
        _desk.Write("signoff.csv", text);
        Assert.StartsWith(_desk.Ledger + problem, Refused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("d-00000000,accepted,a,2017-08-23,so,v4.13 v2,c,1,ABC", ":2: column 'evidence': found 'ABC', expected a hash of 32 ")]
    [InlineData("d-00000000,accepted,a", ":2: found 3 ")]
    public void A_row_that_is_no_decision_is_refused(string row, string problem)
    {
        _desk.Write("signoff.csv", Header + row + "\n");
        Assert.StartsWith(_desk.Ledger + problem, Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_alone_is_a_ledger_in_which_nobody_decided()
    {
        _desk.Write("signoff.csv", Header);
        Assert.EndsWith("; ledger: 0 decided, 0 void, 0 orphaned.\n", _desk.Verify().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ledger_that_is_named_must_exist_but_for_who_writes_it()
    {
        Assert.Equal($"{_desk.Ledger}: no such file", Refused());
        AcceptDifferences();
        Assert.StartsWith(Header, File.ReadAllText(_desk.Ledger), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_order_of_rows_and_columns_CRLF_and_a_BOM_change_nothing()
    {
        Accept("bookkeeping");
        var before = _desk.Verify("--severity", "bookkeeping");
        var rows = File.ReadAllLines(_desk.Ledger);
        var turned = rows.Take(1).Concat(rows.Skip(1).Reverse()).Select(row => row[(row.IndexOf(',', StringComparison.Ordinal) + 1)..] + "," + row.Split(',')[0]);
        File.WriteAllText(_desk.Ledger, "\uFEFF" + string.Join("\r\n", turned) + "\r\n");
        Assert.Equal(0, before.ExitCode);
        Assert.Equal(before, _desk.Verify("--severity", "bookkeeping"));
    }

    [Fact]
    public void The_same_decision_again_changes_nothing_and_rows_stay_in_order()
    {
        Accept("bookkeeping");
        var once = File.ReadAllText(_desk.Ledger);
        _desk.Accept(once.Split('\n')[2].Split(',')[0]);
        Assert.Equal(once, File.ReadAllText(_desk.Ledger));
        var ids = once.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row.Split(',')[0]).ToArray();
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public void A_new_decision_counts_and_the_old_ones_stay_as_history()
    {
        var id = _desk.Open("repaired")[0];
        _desk.Accept(id);
        Assert.StartsWith($"Rejected {id}: ", _desk.Decide("reject", id, "it is wrong after all"), StringComparison.Ordinal);
        Assert.Contains($"{id} rejected", _desk.Report().Details.Replace("`", "", StringComparison.Ordinal).Replace(": ", " ", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        _desk.Decide("accept", id, "no: right");
        var rows = File.ReadAllLines(_desk.Ledger).Skip(1).Select(row => row.Split(',')).Where(row => row[0] == id).ToArray();
        Assert.Equal(
            [("was accepted", "it is meant and right"), ("was rejected", "it is wrong after all"), ("accepted", "no: right")],
            rows.Select(row => (row[1], row[4])));
        Assert.Contains("ledger: 1 decided, 0 void, 0 orphaned", _desk.Verify().Output, StringComparison.Ordinal);
        Assert.Contains(
            "\n  - before: accepted by a reviewer, 2017-08-23, on 1 scenario: it is meant and right\n  - before: rejected by a reviewer",
            _desk.Report().Details,
            StringComparison.Ordinal);
    }

    [Fact]
    public void History_without_what_took_its_place_is_refused()
    {
        AcceptDifferences();
        File.WriteAllText(_desk.Ledger, Replaced(File.ReadAllText(_desk.Ledger), "accepted", "was accepted"));
        Assert.Matches(@":2: column 'decision': found 'was …' and no later decision about 'd-[0-9a-f]{8}', expected the one that took its place$", Refused());
    }

    [Fact]
    public void Who_decides_first_is_told_which_ledger_was_made()
    {
        var open = _desk.Open("repaired");
        Assert.EndsWith($"\nMade the ledger {_desk.Ledger}.\n", _desk.Decide("reject", open[0], "no"), StringComparison.Ordinal);
        Assert.DoesNotContain("Made", _desk.Decide("reject", open[1], "no"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_ledger_is_no_scenario_table_and_no_report()
    {
        Assert.Contains(
            "found as output and as input",
            CommandLine.Refused("accept", "d-00000000", "--by", "a reviewer", "--reason", "so", "--matrix", _desk.Matrix, "--ledger", _desk.Matrix),
            StringComparison.Ordinal);
        Assert.Contains(
            "found as output and as input",
            CommandLine.Refused("report", "--out", _desk["."], "--ledger", _desk["signoff.md"]),
            StringComparison.Ordinal);
    }

    private static string Replaced(string ledger, string text, string replacement)
    {
        var place = ledger.IndexOf(text, StringComparison.Ordinal);
        Assert.True(place >= 0, $"no {text} in the ledger");
        return string.Concat(ledger.AsSpan(0, place), replacement, ledger.AsSpan(place + text.Length));
    }

    /// <summary>Accepts classes of differences, whose rows have no comma inside a cell.</summary>
    private void AcceptDifferences()
        => _desk.Accept([.. _desk.Open("repaired").Where(id => id.StartsWith("d-", StringComparison.Ordinal))]);

    private void Accept(string severity) => _desk.Accept(_desk.Open(severity));

    private string Refused() => CommandLine.Refused(["verify", .. _desk.Choice, "--ledger", _desk.Ledger]);
}
