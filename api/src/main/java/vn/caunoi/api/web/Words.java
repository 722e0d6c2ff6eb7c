package vn.caunoi.api.web;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.caunoi.core.category.CategoriesInForce;
import vn.caunoi.core.category.CategoryTree;
import vn.caunoi.core.deadline.CalendarInForce;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.TimeLeft;

/** Says days, moments, times left and words of the house in the reader's language; days are those of Asia/Ho_Chi_Minh. */
@Component("say")
class Words {

    private static final int SOON = 2;
    private static final long MEGABYTE = 1024 * 1024;

    private final MessageSource messages;
    private final CalendarInForce calendar;
    private final CategoriesInForce categories;
    private final Clock clock;

    Words(MessageSource messages, CalendarInForce calendar, CategoriesInForce categories, Clock clock) {
        this.categories = categories;
        this.messages = messages;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The message of a key that must exist. */
    public String text(String key, Object @Nullable ... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    /** The message of a key, or something else for keys that come from data. */
    public String or(String key, String otherwise) {
        String found = messages.getMessage(key, null, otherwise, locale());
        return found == null ? otherwise : found;
    }

    /** A word of the house: {@code word("stage", Stage.RECEIPT)}; what is not known is shown as it is. */
    public String word(String family, @Nullable Object value) {
        if (value != null && family.equals("category")) return category(value.toString());
        return value == null ? text("none") : or(family + "." + value, value.toString());
    }

    /** What data tell in both languages. */
    public String either(String vi, String en) {
        return locale().getLanguage().equals("en") ? en : vi;
    }

    /** Where a rule stands: names of laws as they are, and the words for what no law says. */
    public String source(@Nullable String source) {
        if (source == null) return "";
        return source.replace("days by local regulation", text("source.local.days"))
                .replace("local regulation", text("source.local"));
    }

    /** As its name is now; what means no category is shown as it was typed. */
    private String category(String kept) {
        CategoryTree tree = categories.tree();
        return tree.meant(kept)
                .flatMap(id -> tree.on(id, today()))
                .map(one -> one.name(locale()))
                .orElse(kept);
    }

    public String day(@Nullable LocalDate day) {
        return day == null ? text("none") : day.format(pattern("format.day"));
    }

    /** The last moment of a day. */
    public Instant endOf(LocalDate day) {
        return DueDate.endOf(day);
    }

    public String weekday(LocalDate day) {
        return text("weekday." + DayOfWeek.from(day));
    }

    public String dayOf(@Nullable Instant at) {
        return at == null ? text("none") : day(local(at));
    }

    public String moment(@Nullable Instant at) {
        return at == null ? text("none") : at.atZone(DueDate.ZONE).format(pattern("format.moment"));
    }

    /** How much a file has. */
    public String size(long bytes) {
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        if (bytes < MEGABYTE) return format.format(Math.max(1, Math.round(bytes / 1024.0))) + " KB";
        format.setMaximumFractionDigits(1);
        return format.format(bytes / (double) MEGABYTE) + " MB";
    }

    /** The time of day, now. */
    public String timeNow() {
        return clock.instant().atZone(DueDate.ZONE).format(pattern("format.time"));
    }

    /** For the attribute of a time element. */
    public String iso(Instant at) {
        return at.atZone(DueDate.ZONE).toOffsetDateTime().toString();
    }

    /** For the value of an input of day and time. */
    public String typed(Instant at) {
        return at.atZone(DueDate.ZONE)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    /** Time left to a due moment in plain words. */
    public String left(@Nullable Instant due) {
        if (due == null) return text("left.none");
        Instant now = clock.instant();
        TimeLeft left = TimeLeft.until(now, due, calendar.calendar());
        if (left.overdue()) return text(key("left.overdue", left.workingDays()), left.workingDays());
        if (local(due).equals(local(now))) return text("left.today");
        return text(key("left.days", left.workingDays()), left.workingDays());
    }

    /** The class of a badge for a due moment. */
    public String tone(@Nullable Instant due) {
        if (due == null) return "";
        TimeLeft left = TimeLeft.until(clock.instant(), due, calendar.calendar());
        if (left.overdue()) return "late";
        return left.workingDays() <= SOON ? "soon" : "ok";
    }

    public LocalDate today() {
        return local(clock.instant());
    }

    private static String key(String stem, int days) {
        return days == 0 ? stem + ".zero" : days == 1 ? stem + ".one" : stem + ".many";
    }

    private static LocalDate local(Instant at) {
        return at.atZone(DueDate.ZONE).toLocalDate();
    }

    private DateTimeFormatter pattern(String key) {
        return DateTimeFormatter.ofPattern(text(key), locale());
    }

    static Locale locale() {
        return Tongue.known(LocaleContextHolder.getLocale());
    }
}
