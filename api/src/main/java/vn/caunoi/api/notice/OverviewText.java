package vn.caunoi.api.notice;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import vn.caunoi.api.message.MessageText;
import vn.caunoi.api.supervisor.WeekList;
import vn.caunoi.core.petition.Language;
import vn.caunoi.projections.oversight.Burden;

/** The words of the mail of a morning: numbers, codes and where to look; no names, nothing of what a case is about. */
@Component
class OverviewText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();
    private final String address;

    /** @param address where officers reach the pages */
    OverviewText(
            @Value("${caunoi.notices.address:${caunoi.messages.public-address:http://localhost:8080}}")
                    String address) {
        words.setBasename("mail");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        this.address = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    MessageText.Written of(Overviews.Overview overview, Language language) {
        Locale locale = language == Language.EN ? Locale.ENGLISH : VIETNAMESE;
        List<String> lines = new ArrayList<>();
        lines.add(line("TODAY", overview.today(), "/deadlines/calendar/cases?day=" + overview.day(), locale));
        for (Burden part : WeekList.PARTS) {
            lines.add(line(part.name(), overview.count(part), path(part), locale));
            if (part == Burden.OVERDUE && !overview.overdue().isEmpty())
                lines.add(said("overview.codes", locale, String.join(", ", overview.overdue())));
        }
        lines.removeIf(String::isEmpty);
        lines.add(said("overview.list", locale, address + "/board/week"));
        return new MessageText.Written(
                said(
                        "overview.subject",
                        locale,
                        DAY.format(overview.day()),
                        overview.count(Burden.OVERDUE),
                        overview.today()),
                said("notice.body", locale, String.join("\n", lines), address + "/settings"));
    }

    /** Empty when there is nothing of it. */
    private String line(String what, long count, String path, Locale locale) {
        return count == 0 ? "" : said("overview.line", locale, said("overview." + what, locale), count, address + path);
    }

    /** Where exactly these cases stand. */
    private static String path(Burden part) {
        return part == Burden.DUE_SOON ? "/deadlines/calendar?view=WEEK" : "/board/cases?column=" + part;
    }

    private String said(String key, Locale locale, Object... facts) {
        return words.getMessage(key, facts, locale);
    }
}
