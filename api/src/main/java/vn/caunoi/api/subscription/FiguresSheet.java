package vn.caunoi.api.subscription;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.caunoi.api.sheet.SheetOut;
import vn.caunoi.api.supervisor.OversightDesk;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.directory.Directory;
import vn.caunoi.projections.oversight.Figures;
import vn.caunoi.projections.oversight.Measure;

/** Figures as a CSV of three columns: of what, which figure, its number. No case and no person is in it. */
@Component
class FiguresSheet {

    private final MessageSource words;
    private final Directory directory;

    FiguresSheet(MessageSource words, Directory directory) {
        this.words = words;
        this.directory = directory;
    }

    byte[] csv(OversightDesk.Report report, Locale locale) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SheetOut out = SheetOut.to(bytes, ".csv")) {
            write(report, locale, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void write(OversightDesk.Report report, Locale locale, SheetOut out) throws IOException {
        String all = scope(report.unit(), locale);
        out.line(List.of(said("figures.mail.of", locale), said("figures.what", locale), said("figures.count", locale)));
        for (Measure measure : Measure.values())
            out.line(List.of(all, said("measure." + measure, locale), String.valueOf(report.count(measure))));
        out.line(List.of(all, said("figures.rate", locale), rate(report, locale)));
        words(kinds(report), "option.", all, locale, out);
        words(report.byChannel(), "channel.", all, locale, out);
        for (Figures.Workload unit : report.units())
            for (Measure measure : Measure.values())
                out.line(List.of(
                        name(unit.who(), locale),
                        said("measure." + measure, locale),
                        String.valueOf(unit.count(measure))));
    }

    /** Few denunciations are not told apart, whoever has it sent: mail lies open on its way. */
    private static Map<String, Long> kinds(OversightDesk.Report report) {
        return new Figures(report.from(), report.to(), report.counts(), report.byKind(), report.byChannel())
                .toldTo(Visibility.of(Set.of()))
                .byKind();
    }

    private void words(Map<String, Long> counts, String family, String all, Locale locale, SheetOut out)
            throws IOException {
        for (Map.Entry<String, Long> one : counts.entrySet())
            out.line(List.of(all, said(family + one.getKey(), locale), String.valueOf(one.getValue())));
    }

    /** Which units the figures are of. */
    String scope(@Nullable UnitId unit, Locale locale) {
        return unit == null ? said("figures.mail.all", locale) : name(unit.value(), locale);
    }

    String rate(OversightDesk.Report report, Locale locale) {
        Double rate = report.lateRate();
        return rate == null ? said("none", locale) : String.format(Locale.ROOT, "%.1f%%", rate * 100);
    }

    String said(String key, Locale locale, Object... facts) {
        return words.getMessage(key, facts, key, locale) instanceof String found ? found : key;
    }

    private String name(@Nullable String unit, Locale locale) {
        if (unit == null) return said("none", locale);
        return directory.unit(new UnitId(unit)).map(Directory.Unit::name).orElse(unit);
    }
}
