using SkiaSharp;

namespace AwardArchive.Demo;

/// <summary>Draws a sheet on a canvas whose unit is the point.</summary>
internal sealed class SheetPainter(DemoFonts fonts, DemoFace face)
{
    private static readonly SKColor Red = new(205, 45, 55);
    private static readonly SKColor Blue = new(40, 60, 150);

    /// <summary>The printed part: words and rules.</summary>
    /// <param name="worn">
    /// The type's wear: each letter of a typewriter a little off its line and paler than its neighbor; null for perfect type.
    /// </param>
    public void Print(SKCanvas canvas, Sheet sheet, SKColor ink, SplitMix64? worn = null)
    {
        using var paint = new SKPaint { Color = ink, IsAntialias = true };
        foreach (var group in sheet.Words.GroupBy(word => (word.Style, word.Size)))
        {
            using var font = fonts.Font(face, group.Key.Style, group.Key.Size);
            foreach (var word in group)
            {
                // With its blank, so that a born-digital page can be read and copied as text.
                if (worn is null || !DemoFonts.IsTypewriter(face)) canvas.DrawText(word.Text + " ", word.X, word.Baseline, SKTextAlign.Left, font, paint);
                else Type(canvas, word, font, paint, ink, worn);
            }
        }
        foreach (var rule in sheet.Rules) Rule(canvas, rule, ink);
    }

    /// <summary>What people put over the print: seals and signatures.</summary>
    public void Sign(SKCanvas canvas, Sheet sheet)
    {
        foreach (var hand in sheet.Hands) Hand(canvas, hand);
        foreach (var seal in sheet.Seals) Seal(canvas, seal);
    }

    /// <summary>The ink of each word of the sheet, in points.</summary>
    public IReadOnlyList<(InkWord Word, SKRect Ink)> Bounds(Sheet sheet)
    {
        // Skia rounds the bounds of small letters to whole units, those of large ones not.
        const float large = 512;
        var bounds = new (InkWord Word, SKRect Ink)[sheet.Words.Count];
        foreach (var group in sheet.Words.Index().GroupBy(indexed => indexed.Item.Style))
        {
            using var font = fonts.Font(face, group.Key, large);
            foreach (var (i, word) in group)
            {
                font.MeasureText(word.Text, out var ink);
                var scale = word.Size / large;
                bounds[i] = (word, new(
                    word.X + (ink.Left * scale), word.Baseline + (ink.Top * scale), word.X + (ink.Right * scale), word.Baseline + (ink.Bottom * scale)));
            }
        }
        return bounds;
    }

    private static void Type(SKCanvas canvas, InkWord word, SKFont font, SKPaint paint, SKColor ink, SplitMix64 worn)
    {
        var step = font.MeasureText("0");
        // The ribbon spreads the thin strokes of the face.
        paint.Style = SKPaintStyle.StrokeAndFill;
        paint.StrokeWidth = 0.3f;
        for (var i = 0; i < word.Text.Length; i++)
        {
            paint.Color = ink.WithAlpha((byte)worn.Between(185, 255));
            canvas.DrawText(
                word.Text[i].ToString(), word.X + (i * step) + worn.Between(-0.15f, 0.15f), word.Baseline + worn.Between(-0.4f, 0.4f), SKTextAlign.Left, font, paint);
        }
    }

    private static void Rule(SKCanvas canvas, InkRule rule, SKColor ink)
    {
        using var paint = new SKPaint { Color = ink, IsStroke = true, StrokeWidth = rule.Thickness, IsAntialias = true };
        using var dots = rule.Dotted ? SKPathEffect.CreateDash([0.9f, 2.6f], 0) : null;
        paint.PathEffect = dots;
        canvas.DrawLine(rule.X1, rule.Y1, rule.X2, rule.Y2, paint);
    }

    private void Seal(SKCanvas canvas, SealMark seal)
    {
        using var paint = new SKPaint { Color = Red.WithAlpha(205), IsAntialias = true, BlendMode = SKBlendMode.Multiply };
        using var font = fonts.Font(face, InkStyle.Bold, 7.5f);
        using var arc = new SKPathBuilder();
        arc.AddArc(SKRect.Create(seal.X - (seal.Radius * 0.78f), seal.Y - (seal.Radius * 0.78f), seal.Radius * 1.56f, seal.Radius * 1.56f), -235, 290);
        var wide = font.MeasureText(seal.Text);
        font.Size *= Math.Min(1.15f, seal.Radius * 0.78f * 2 * MathF.PI * 290 / 360 / wide * 0.97f);
        using var circle = arc.Detach();
        canvas.DrawTextOnPath(seal.Text, circle, new SKPoint(0, 0), SKTextAlign.Left, font, paint);

        using var star = new SKPathBuilder();
        for (var i = 0; i < 10; i++)
        {
            var (sin, cos) = MathF.SinCos(i * MathF.PI / 5);
            var reach = seal.Radius * (i % 2 == 0 ? 0.36f : 0.14f);
            var point = new SKPoint(seal.X + (reach * sin), seal.Y - (reach * cos));
            if (i == 0) star.MoveTo(point);
            else star.LineTo(point);
        }
        star.Close();
        using var starPath = star.Detach();
        canvas.DrawPath(starPath, paint);

        paint.IsStroke = true;
        paint.StrokeWidth = 2;
        canvas.DrawCircle(seal.X, seal.Y, seal.Radius, paint);
        paint.StrokeWidth = 0.8f;
        canvas.DrawCircle(seal.X, seal.Y, seal.Radius - 3.5f, paint);
    }

    private static void Hand(SKCanvas canvas, HandMark hand)
    {
        var random = new SplitMix64(hand.Seed);
        using var paint = new SKPaint
        {
            Color = Blue.WithAlpha(215), IsStroke = true, StrokeWidth = 1.3f, StrokeCap = SKStrokeCap.Round, IsAntialias = true,
            BlendMode = SKBlendMode.Multiply,
        };
        using var scribble = new SKPathBuilder();
        var (x, y) = (hand.X - (hand.Width / 2), hand.Y);
        scribble.MoveTo(x, y);
        for (var strokes = random.Between(5, 7); strokes > 0; strokes--)
        {
            x += hand.Width / 6;
            scribble.CubicTo(
                x - random.Between(5f, 22f), y - random.Between(10f, 34f), x + random.Between(0f, 18f), y + random.Between(6f, 24f),
                x, y + random.Between(-7f, 7f));
        }
        scribble.LineTo(x + random.Between(10f, 26f), y - random.Between(2f, 14f));
        using var path = scribble.Detach();
        canvas.DrawPath(path, paint);
    }
}
