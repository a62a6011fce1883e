namespace LostFound.Web.Shared.Ui;

/// <summary>One reason for or against a match: plain words, and its weight in bits (one bit doubles the odds).</summary>
public sealed record ExplanationLine(string Words, double Bits);
