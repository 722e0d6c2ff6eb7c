package vn.caunoi.api.notice;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import vn.caunoi.api.message.MessageText;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.petition.Language;
import vn.caunoi.core.petition.PetitionId;

/** The words of a notice: which case, what happened, until when, where to look; nothing of what the case is about. */
@Component
class NoticeText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();
    private final String address;

    /** @param address where officers reach the pages */
    NoticeText(
            @Value("${caunoi.notices.address:${caunoi.messages.public-address:http://localhost:8080}}")
                    String address) {
        words.setBasename("mail");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        this.address = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    MessageText.Written one(Notices.Notice notice, Language language) {
        Locale locale = locale(language);
        return new MessageText.Written(line(notice, locale), body(line(notice, locale) + "\n" + link(notice), locale));
    }

    MessageText.Written digest(List<Notices.Notice> notices, Language language) {
        Locale locale = locale(language);
        String lines = notices.stream()
                .map(one -> "- " + line(one, locale) + "\n  " + link(one))
                .collect(Collectors.joining("\n"));
        return new MessageText.Written(
                words.getMessage("notice.digest", new Object[] {notices.size()}, locale), body(lines, locale));
    }

    private String body(String text, Locale locale) {
        return words.getMessage("notice.body", new Object[] {text, address + "/settings"}, locale);
    }

    private String line(Notices.Notice notice, Locale locale) {
        Instant due = notice.due();
        Object[] facts = {
            notice.code() == null ? "" : notice.code(), due == null ? "" : DAY.format(due.atZone(DueDate.ZONE))
        };
        String line = words.getMessage("notice." + notice.topic(), facts, locale);
        return due == null ? line : line + words.getMessage("notice.due", facts, locale);
    }

    private String link(Notices.Notice notice) {
        return address + path(notice.topic(), notice.petition());
    }

    private static String path(NoticeTopic topic, @Nullable PetitionId petition) {
        if (topic == NoticeTopic.QUESTION_ASKED || topic == NoticeTopic.QUESTION_ANSWERED) return "/audit/questions";
        if (petition != null) return "/cases/" + petition.value();
        return topic == NoticeTopic.OPINION_ASKED ? "/consults" : "/admin/webhooks";
    }

    private static Locale locale(Language language) {
        return language == Language.EN ? Locale.ENGLISH : VIETNAMESE;
    }
}
