namespace FlsAudit.Statistics.Quantiles;

/// <summary>Where a quantile lies between two observations, by the numbers of Hyndman and Fan, Am Stat 1996;50:361-365.</summary>
public enum QuantileType
{
    /// <summary>At position (n - 1)p counted from 0: R, NumPy and the spreadsheet programs.</summary>
    Type7,

    /// <summary>At position (n + 1)p counted from 1, held to the sample: Minitab, SPSS and the spreadsheets' exclusive quartiles.</summary>
    Type6,

    /// <summary>At position (n + ⅓)p + ⅓ counted from 1, held to the sample: nearly unbiased for the median whatever the distribution.</summary>
    Type8,
}
