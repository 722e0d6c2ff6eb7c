package vn.caunoi.api.message;

import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import vn.caunoi.core.petition.Carrier;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.projections.casefile.Part.Petitioner;
import vn.caunoi.projections.message.Messages.Message;

/** Hands e-mail to the server that is configured. */
public final class EmailPost implements Post {

    private static final int PERMANENT = 500;

    private final JavaMailSender server;
    private final InternetAddress from;
    private final MessageText words;

    /** @throws IllegalStateException when the sender's address is none */
    EmailPost(JavaMailSender server, String from, MessageText words) {
        this.server = server;
        this.words = words;
        try {
            this.from = strict(from);
        } catch (AddressException e) {
            throw new IllegalStateException("caunoi.mail.from is not an e-mail address: \"" + from + "\"", e);
        }
    }

    @Override
    public Carrier carrier() {
        return Carrier.EMAIL;
    }

    @Override
    public Handed hand(Message message, Petitioner to, String unit) {
        String address = to.email();
        if (address == null || address.equals(Sealed.ERASED)) return new Handed.Refused("bad-address");
        return hand(message.id(), address, words.mail(message, unit));
    }

    /** A file that goes with a mail. */
    public record Enclosure(String name, String type, byte[] content) {}

    /** @param id the same each time it is tried, so that a mailbox can tell the second of two */
    public Handed hand(String id, String to, MessageText.Written text) {
        return hand(id, to, text, null);
    }

    public Handed hand(String id, String to, MessageText.Written text, @Nullable Enclosure enclosure) {
        try {
            server.send(mail(id, strict(to), text, enclosure));
            return new Handed.Taken();
        } catch (AddressException | MailParseException unreadable) {
            return new Handed.Refused("bad-address");
        } catch (MailSendException failed) {
            return answer(failed);
        } catch (MailException | MessagingException failed) {
            return new Handed.NotNow(failed.getClass().getSimpleName());
        }
    }

    private static InternetAddress strict(String address) throws AddressException {
        InternetAddress one = new InternetAddress(address.strip(), true);
        if (one.getAddress().indexOf('@') < 1) throw new AddressException("no domain");
        return one;
    }

    private MimeMessage mail(String id, Address to, MessageText.Written text, @Nullable Enclosure enclosure)
            throws MessagingException {
        MimeMessage mail = new NamedMail(server.createMimeMessage(), "<" + id + "@" + domain() + ">");
        mail.setFrom(from);
        mail.setRecipient(MimeMessage.RecipientType.TO, to);
        mail.setSubject(text.subject(), StandardCharsets.UTF_8.name());
        if (enclosure == null) mail.setText(text.body(), StandardCharsets.UTF_8.name());
        else mail.setContent(parts(text, enclosure));
        // so that no machine answers, and two machines never write to each other for ever (RFC 3834)
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Auto-Response-Suppress", "All");
        return mail;
    }

    private static MimeMultipart parts(MessageText.Written text, Enclosure enclosure) throws MessagingException {
        MimeBodyPart body = new MimeBodyPart();
        body.setText(text.body(), StandardCharsets.UTF_8.name());
        MimeBodyPart file = new MimeBodyPart();
        file.setDataHandler(new DataHandler(new ByteArrayDataSource(enclosure.content(), enclosure.type())));
        file.setFileName(enclosure.name());
        return new MimeMultipart(body, file);
    }

    private String domain() {
        return from.getAddress().substring(from.getAddress().indexOf('@') + 1);
    }

    private static Handed answer(MailSendException failed) {
        for (Exception each : failed.getMessageExceptions()) {
            for (Throwable next = each; next != null; next = following(next)) {
                if (next instanceof SMTPAddressFailedException e && e.getReturnCode() >= PERMANENT) {
                    return new Handed.Refused("refused");
                }
                if (next instanceof SMTPSendFailedException e
                        && e.getReturnCode() >= PERMANENT
                        && !isAboutTheSender(e)) {
                    return new Handed.Refused("refused");
                }
            }
        }
        return new Handed.NotNow(failed.getClass().getSimpleName());
    }

    /** A sender that is refused is a fault of the settings, and no reason to give messages up. */
    private static boolean isAboutTheSender(MessagingException failed) {
        for (Throwable next = failed; next != null; next = following(next)) {
            if (next instanceof SMTPSenderFailedException) return true;
        }
        return false;
    }

    private static @Nullable Throwable following(Throwable one) {
        return one instanceof MessagingException e && e.getNextException() != null
                ? e.getNextException()
                : one.getCause();
    }

    /** A mail that keeps the id it was given. */
    private static final class NamedMail extends MimeMessage {
        private final String id;

        NamedMail(MimeMessage empty, String id) {
            super(empty.getSession());
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
