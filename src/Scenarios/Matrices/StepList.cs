using System.Collections.Immutable;
using Compare.Engine;

namespace Compare.Scenarios;

/// <summary>Steps and their text, shared by the scenarios of a matrix.</summary>
internal sealed record StepList(ImmutableArray<Step> Steps, string Text);
