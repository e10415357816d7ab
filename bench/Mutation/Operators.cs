using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Compare.Bench;

/// <summary>What a mutant can write in the place of what stands there. What does not compile is dropped later.</summary>
internal static class Operators
{
    private static readonly Dictionary<string, string[]> Binary = new()
    {
        ["<"] = ["<=", ">="],
        ["<="] = ["<", ">"],
        [">"] = [">=", "<="],
        [">="] = [">", "<"],
        ["=="] = ["!="],
        ["!="] = ["=="],
        ["&&"] = ["||"],
        ["||"] = ["&&"],
        ["+"] = ["-"],
        ["-"] = ["+"],
        ["*"] = ["/"],
        ["/"] = ["*"],
        ["%"] = ["*"],
        ["<<"] = [">>"],
        [">>"] = ["<<"],
        ["&"] = ["|"],
        ["|"] = ["&"],
        ["^"] = ["|"],
    };

    private static readonly Dictionary<string, string> Assignment = new()
    {
        ["+="] = "-=",
        ["-="] = "+=",
        ["*="] = "/=",
        ["|="] = "&=",
        ["&="] = "|=",
        ["^="] = "|=",
        ["<<="] = ">>=",
        [">>="] = "<<=",
    };

    /// <summary>What can stand in the place of an expression.</summary>
    /// <param name="node">The expression.</param>
    /// <param name="model">The meaning of its file.</param>
    public static IEnumerable<string> Of(ExpressionSyntax node, SemanticModel model) => node switch
    {
        BinaryExpressionSyntax binary when model.GetTypeInfo(binary).Type?.SpecialType != SpecialType.System_String => Binary
            .GetValueOrDefault(binary.OperatorToken.Text, [])
            .Select(other => $"{binary.Left} {other} {binary.Right}"),
        LiteralExpressionSyntax literal => Literal(literal),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => [not.Operand.ToString()],
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.BitwiseNotExpression } not => [not.Operand.ToString()],
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression } up => [$"--{up.Operand}"],
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression } up
            when up.Parent is not (ExpressionStatementSyntax or ForStatementSyntax) => [$"{up.Operand}--"],
        IsPatternExpressionSyntax pattern => [$"!({pattern})"],
        ConditionalExpressionSyntax branch => [branch.WhenTrue.ToString(), branch.WhenFalse.ToString()],
        InvocationExpressionSyntax or MemberAccessExpressionSyntax or IdentifierNameSyntax when IsCondition(node) => [$"!({node})"],
        MemberAccessExpressionSyntax member when model.GetSymbolInfo(member).Symbol is IFieldSymbol
        {
            ContainingType: { TypeKind: TypeKind.Enum } type,
        }
        field => Others(member, field, type),
        _ => [],
    };

    /// <summary>The assignment with another operator, or nothing.</summary>
    /// <param name="node">An assignment.</param>
    public static string? OfAssignment(AssignmentExpressionSyntax node)
        => Assignment.TryGetValue(node.OperatorToken.Text, out var other) ? $"{node.Left} {other} {node.Right}" : null;

    /// <summary>What a method or a property can return at once; one empty text of what returns nothing.</summary>
    /// <param name="member">The member.</param>
    /// <param name="model">The meaning of its file.</param>
    public static IEnumerable<string> Returned(SyntaxNode? member, SemanticModel model)
    {
        var type = member is null ? null : model.GetDeclaredSymbol(member) switch
        {
            IMethodSymbol method => method.ReturnType,
            IPropertySymbol property => property.Type,
            _ => null,
        };
        return type?.SpecialType switch
        {
            null => [],
            SpecialType.System_Void => [""],
            SpecialType.System_Boolean => ["false", "true"],
            _ => ["default!"],
        };
    }

    private static IEnumerable<string> Literal(LiteralExpressionSyntax literal) => literal.Token.Value switch
    {
        true => ["false"],
        false => ["true"],
        int and 0 => ["1"],
        int number => [(number + 1).ToString(CultureInfo.InvariantCulture), (number - 1).ToString(CultureInfo.InvariantCulture)],
        _ => [],
    };

    /// <summary>The members of the enumeration before and after this one.</summary>
    private static IEnumerable<string> Others(MemberAccessExpressionSyntax member, IFieldSymbol field, INamedTypeSymbol type)
    {
        var fields = type.GetMembers().OfType<IFieldSymbol>().ToList();
        var at = fields.IndexOf(field);
        return new[] { at + 1, at + fields.Count - 1 }
            .Select(i => fields[i % fields.Count])
            .Where(other => !SymbolEqualityComparer.Default.Equals(other, field))
            .Distinct<IFieldSymbol>(SymbolEqualityComparer.Default)
            .Select(other => $"{member.Expression}.{other.Name}");
    }

    private static bool IsCondition(ExpressionSyntax node) => node.Parent switch
    {
        IfStatementSyntax parent => parent.Condition == node,
        WhileStatementSyntax parent => parent.Condition == node,
        ConditionalExpressionSyntax parent => parent.Condition == node,
        BinaryExpressionSyntax parent => parent.OperatorToken.Text is "&&" or "||",
        _ => false,
    };
}
