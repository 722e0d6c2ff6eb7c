package vn.caunoi.api.subscription;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.caunoi.api.message.EmailPost;
import vn.caunoi.api.message.MessageText;
import vn.caunoi.api.supervisor.OversightDesk;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Language;
import vn.caunoi.projections.oversight.Measure;

/** The mail with figures: a summary, a link to the same figures on their page, and all of them as CSV. */
@Component
class FiguresMail {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    /** What stands in the mail itself. */
    private static final List<Measure> SUMMARY = List.of(
            Measure.RECEIVED,
            Measure.CARRIED_OVER,
            Measure.CLOSED_EARLY,
            Measure.CLOSED_ON_THE_DAY,
            Measure.CLOSED_LATE,
            Measure.OPEN_OVERDUE);

    /** What is handed to the server. */
    record Filled(MessageText.Written text, EmailPost.Enclosure enclosure) {}

    private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();
    private final FiguresSheet sheet;
    private final String address;

    /** @param address where officers reach the pages */
    FiguresMail(
            FiguresSheet sheet,
            @Value("${caunoi.notices.address:${caunoi.messages.public-address:http://localhost:8080}}")
                    String address) {
        this.sheet = sheet;
        words.setBasename("mail");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        this.address = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    Filled of(OversightDesk.Report report, Language language) {
        Locale locale = language == Language.EN ? Locale.ENGLISH : VIETNAMESE;
        StringBuilder lines = new StringBuilder();
        for (Measure measure : SUMMARY)
            lines.append(sheet.said("measure." + measure, locale))
                    .append(": ")
                    .append(report.count(measure))
                    .append('\n');
        lines.append(sheet.said("figures.rate", locale)).append(": ").append(sheet.rate(report, locale));
        String from = DAY.format(report.from());
        String to = DAY.format(report.to());
        String text = said("figures.text", locale, sheet.scope(report.unit(), locale), from, to, lines, link(report));
        return new Filled(
                new MessageText.Written(
                        said("figures.subject", locale, from, to),
                        said("figures.body", locale, text, address + "/figures/subscriptions")),
                new EmailPost.Enclosure(
                        name(report.from(), report.to()), "text/csv; charset=UTF-8", sheet.csv(report, locale)));
    }

    private static String name(LocalDate from, LocalDate to) {
        return "figures-" + from + "-" + to + ".csv";
    }

    private String link(OversightDesk.Report report) {
        UriComponentsBuilder page = UriComponentsBuilder.fromUriString(address + "/figures")
                .queryParam("from", report.from())
                .queryParam("to", report.to());
        UnitId unit = report.unit();
        if (unit != null) page.queryParam("unit", "{unit}");
        return unit == null
                ? page.toUriString()
                : page.encode(StandardCharsets.UTF_8)
                        .buildAndExpand(unit.value())
                        .toUriString();
    }

    private String said(String key, Locale locale, Object... facts) {
        return words.getMessage(key, facts, locale);
    }
}
