namespace LostFound.Queueing.Tests;

/// <summary>The queueing core stays pure.</summary>
public sealed class ArchitectureTests() : PureLibraryTests(typeof(OrderOfService).Assembly);
