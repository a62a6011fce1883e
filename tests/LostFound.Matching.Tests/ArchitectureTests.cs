namespace LostFound.Matching.Tests;

/// <summary>The matching core stays pure.</summary>
public sealed class ArchitectureTests() : PureLibraryTests(typeof(Matcher).Assembly);
