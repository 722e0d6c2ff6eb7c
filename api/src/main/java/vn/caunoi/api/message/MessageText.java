package vn.caunoi.api.message;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.petition.Language;
import vn.caunoi.projections.message.Messages.Message;

/**
 * The words of a message: which petition, what happened, where to look; never what the petition is about, nor anybody's
 * name, for mail lies open on its way.
 */
@Component
public class MessageText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    /** What is sent. */
    public record Written(String subject, String body) {}

    private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();
    private final String address;

    /** @param address where citizens reach the pages, such as {@code https://khieunai.example.gov.vn} */
    MessageText(@Value("${caunoi.messages.public-address:http://localhost:8080}") String address) {
        words.setBasename("mail");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        this.address = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    /** In one line, for a phone. */
    public String line(Message message, String unit) {
        Object[] facts = facts(message, unit);
        return words.getMessage("subject." + message.topic(), facts, locale(message)) + ". "
                + words.getMessage("line", facts, locale(message));
    }

    public Written mail(Message message, String unit) {
        Locale locale = locale(message);
        String topic = message.topic().name();
        Object[] facts = facts(message, unit);
        return new Written(
                words.getMessage("subject." + topic, facts, locale),
                words.getMessage("body", with(facts, words.getMessage("text." + topic, facts, locale)), locale));
    }

    /** By which a body outside is asked for an opinion: who asks, until when, where to answer; nothing of the case. */
    Written link(String unit, Instant due, String link, boolean reminder) {
        Object[] facts = {
            unit, DAY.format(due.atZone(DueDate.ZONE)), link,
        };
        String subject = reminder ? "consult.again" : "consult.subject";
        return new Written(
                words.getMessage(subject, facts, VIETNAMESE), words.getMessage("consult.body", facts, VIETNAMESE));
    }

    private Object[] facts(Message message, String unit) {
        return new Object[] {message.code(), unit, address + "/t?code=" + message.code()};
    }

    private static Locale locale(Message message) {
        return message.language() == Language.EN ? Locale.ENGLISH : VIETNAMESE;
    }

    private static Object[] with(Object[] facts, String text) {
        return new Object[] {facts[0], facts[1], facts[2], text};
    }
}
