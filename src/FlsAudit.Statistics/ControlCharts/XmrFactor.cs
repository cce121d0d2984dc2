namespace FlsAudit.Statistics.ControlCharts;

/// <summary>How many mean moving ranges lie between the centre and a limit of an XmR chart.</summary>
public enum XmrFactor
{
    /// <summary>2.66, as the textbooks print it.</summary>
    Rounded,

    /// <summary>3/1.128 = 2.6596, as some programs compute it.</summary>
    Unrounded,
}
