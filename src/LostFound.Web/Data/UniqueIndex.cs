using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Data;

public static class UniqueIndex
{
    private const int ConstraintUnique = 2067;
    private const int ConstraintPrimaryKey = 1555;

    /// <summary>Whether a save failed because the value of <paramref name="column"/> ("items.Tag") is taken.</summary>
    public static bool Refused(DbUpdateException failure, string column) =>
        failure.InnerException is SqliteException { SqliteExtendedErrorCode: ConstraintUnique or ConstraintPrimaryKey } taken
        && taken.Message.Contains(column, StringComparison.Ordinal);
}
