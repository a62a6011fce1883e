namespace LostFound.Matching.Fitting;

/// <summary>Linear equations with a symmetric positive definite matrix, by Cholesky's decomposition.</summary>
internal static class PositiveDefinite
{
    /// <summary>The x for which matrix · x = right. Throws when the matrix isn't positive definite.</summary>
    public static double[] Solve(double[,] matrix, double[] right)
    {
        var lower = Decompose(matrix);
        var size = right.Length;
        var x = (double[])right.Clone();
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < row; column++)
                x[row] -= lower[row, column] * x[column];
            x[row] /= lower[row, row];
        }
        for (var row = size - 1; row >= 0; row--)
        {
            for (var column = row + 1; column < size; column++)
                x[row] -= lower[column, row] * x[column];
            x[row] /= lower[row, row];
        }
        return x;
    }

    private static double[,] Decompose(double[,] matrix)
    {
        var size = matrix.GetLength(0);
        var lower = new double[size, size];
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var left = matrix[row, column];
                for (var before = 0; before < column; before++)
                    left -= lower[row, before] * lower[column, before];
                if (row == column && left <= 0)
                    throw new ArgumentException("The matrix isn't positive definite.", nameof(matrix));
                lower[row, column] = row == column ? Math.Sqrt(left) : left / lower[column, column];
            }
        }
        return lower;
    }
}
