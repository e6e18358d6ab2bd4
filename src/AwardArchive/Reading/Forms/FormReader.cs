using AwardArchive.Archive;

namespace AwardArchive.Reading.Forms;

/// <summary>Reads the persons that a form of the dossier is about.</summary>
internal static class FormReader
{
    /// <param name="pages">All pages, in order.</param>
    /// <param name="facts">Of the document's head: its kind says which form it is.</param>
    public static IReadOnlyList<KinEntry> Read(IReadOnlyList<PageLayout> pages, DocumentFacts facts) => [];
}
