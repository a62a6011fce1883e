using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace LostFound.Web.Tests;

/// <summary>
/// bUnit asks for a newer AngleSharp.Diffing than some feeds have; the one beside the tests does for what is
/// used here. The other half of Bunit.props: delete both once a plain reference to bUnit restores.
/// </summary>
internal static class BunitAssemblies
{
    [ModuleInitializer]
    internal static void AnswerForDiffing() => AssemblyLoadContext.Default.Resolving += (context, name) =>
        string.Equals(name.Name, "AngleSharp.Diffing", StringComparison.Ordinal)
            ? Load(context)
            : null;

    private static Assembly Load(AssemblyLoadContext context)
        => context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "AngleSharp.Diffing.dll"));
}
