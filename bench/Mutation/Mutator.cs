using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Compare.Bench;

/// <summary>Writes mutants into a file, each behind a test of its number, so that one assembly holds them all and a variable of the
/// environment chooses one. What must be constant (patterns, labels, attributes, <c>const</c>) is passed over.</summary>
/// <param name="file">The file, from the root of the repository.</param>
/// <param name="model">The meaning of the file as it is.</param>
/// <param name="wanted">The numbers of the mutants that are written.</param>
/// <param name="mutants">Every mutant that the files could have; those of this one are added.</param>
internal sealed class Mutator(string file, SemanticModel model, IReadOnlySet<int> wanted, List<Mutant> mutants) : CSharpSyntaxRewriter
{
    /// <summary>The class that mutants ask whether they are on.</summary>
    public const string Switch = "MutantSwitch";

    public override SyntaxNode? VisitAttributeList(AttributeListSyntax node) => node;

    public override SyntaxNode? VisitEnumDeclaration(EnumDeclarationSyntax node) => node;

    public override SyntaxNode? VisitParameter(ParameterSyntax node) => node;

    public override SyntaxNode? VisitConstantPattern(ConstantPatternSyntax node) => node;

    public override SyntaxNode? VisitRelationalPattern(RelationalPatternSyntax node) => node;

    public override SyntaxNode? VisitCaseSwitchLabel(CaseSwitchLabelSyntax node) => node;

    public override SyntaxNode? VisitFieldDeclaration(FieldDeclarationSyntax node)
        => node.Modifiers.Any(SyntaxKind.ConstKeyword) ? node : base.VisitFieldDeclaration(node);

    public override SyntaxNode? VisitLocalDeclarationStatement(LocalDeclarationStatementSyntax node)
        => node.IsConst ? node : base.VisitLocalDeclarationStatement(node);

    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        var visited = base.Visit(node);
        return node switch
        {
            ExpressionSyntax expression when visited is not null => Expression(expression, visited),
            StatementSyntax statement when visited is not null => Statement(statement, visited),
            ArrowExpressionClauseSyntax arrow => Body(arrow, (ArrowExpressionClauseSyntax)visited!),
            _ => visited,
        };
    }

    private SyntaxNode Expression(ExpressionSyntax node, SyntaxNode visited)
    {
        var written = visited;
        foreach (var changed in Operators.Of(node, model))
        {
            if (Add(node, changed) is { } on)
            {
                var cast = node is LiteralExpressionSyntax && model.GetTypeInfo(node).ConvertedType is { IsValueType: true } type
                    ? $"({type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)})"
                    : "";
                written = SyntaxFactory.ParseExpression($"({on} ? {cast}({changed}) : {cast}({written.ToFullString()}))");
            }
        }

        return written == visited ? visited : written.WithTriviaFrom(node);
    }

    private SyntaxNode Statement(StatementSyntax node, SyntaxNode visited)
    {
        if (node is ExpressionStatementSyntax or ContinueStatementSyntax or BreakStatementSyntax && Add(node, ";") is { } off)
        {
            visited = SyntaxFactory.ParseStatement($"{{ if (!{off}) {{ {visited.ToFullString()} }} }}\n");
        }

        if (node is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment }
            && Operators.OfAssignment(assignment) is { } other && Add(assignment, other) is { } on)
        {
            visited = SyntaxFactory.ParseStatement($"{{ if ({on}) {{ {other}; }} else {{ {visited.ToFullString()} }} }}\n");
        }

        if (node is BlockSyntax { Parent: BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax } block)
        {
            foreach (var value in Operators.Returned(block.Parent, model))
            {
                if (Add(block, $"return {value};", "{ … }") is { } early)
                {
                    var first = SyntaxFactory.ParseStatement($"if ({early}) {{ return {value}; }}\n");
                    visited = ((BlockSyntax)visited).WithStatements(((BlockSyntax)visited).Statements.Insert(0, first));
                }
            }
        }

        return visited;
    }

    private ArrowExpressionClauseSyntax Body(ArrowExpressionClauseSyntax node, ArrowExpressionClauseSyntax visited)
    {
        foreach (var value in Operators.Returned(node.Parent, model).Where(value => value.Length > 0 && value != node.Expression.ToString()))
        {
            if (Add(node.Expression, value) is { } early)
            {
                visited = visited.WithExpression(SyntaxFactory.ParseExpression($" {early} ? {value} : {visited.Expression.ToFullString()}"));
            }
        }

        return visited;
    }

    /// <summary>The next mutant.</summary>
    /// <returns>The test whether it is on, or nothing if it is not wanted.</returns>
    private string? Add(SyntaxNode node, string changed, string? original = null)
    {
        var id = mutants.Count + 1;
        var line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
        mutants.Add(new Mutant(id, file, line, OneLine(original ?? node.ToString()), OneLine(changed)));
        return wanted.Contains(id) ? $"{Switch}.Is({id})" : null;
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[])[], StringSplitOptions.RemoveEmptyEntries));
}
