package vn.caunoi.api.message;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.caunoi.api.consult.ConsultLinks;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.petition.ConsultCommand;
import vn.caunoi.projections.consult.Consult;
import vn.caunoi.projections.consult.Consults;
import vn.caunoi.projections.directory.Directory;

/** Takes links of bodies that are asked for an opinion to the mail server, as the {@link Postman} does messages. */
final class LinkPostman {

    private static final Logger LOG = LoggerFactory.getLogger(LinkPostman.class);
    private static final int AT_ONCE = 100;

    private final Consults consults;
    private final ConsultLinks links;
    private final Deliveries deliveries;
    private final Directory directory;
    private final EmailPost post;
    private final MessageText words;
    private final Commands commands;
    private final Clock clock;
    private final Duration giveUpAfter;

    LinkPostman(
            Consults consults,
            ConsultLinks links,
            Deliveries deliveries,
            Directory directory,
            EmailPost post,
            MessageText words,
            Commands commands,
            Clock clock,
            Duration giveUpAfter) {
        this.consults = consults;
        this.links = links;
        this.deliveries = deliveries;
        this.directory = directory;
        this.post = post;
        this.words = words;
        this.commands = commands;
        this.clock = clock;
        this.giveUpAfter = giveUpAfter;
    }

    void round() {
        consults.toBeMailed(AT_ONCE).forEach(this::deliver);
    }

    private void deliver(Consults.Mail mail) {
        String id = mail.id() + "-" + mail.link() + (mail.reminder() ? "-again" : "");
        Deliveries.Try turn = deliveries.begin(id).orElse(null);
        if (turn == null) return;
        if (turn.sent()) {
            record(mail, null);
            return;
        }
        switch (hand(id, mail)) {
            case Handed.Taken taken -> {
                deliveries.sent(id);
                record(mail, null);
            }
            case Handed.Refused refused -> record(mail, refused.problem());
            case Handed.NotNow later -> {
                LOG.warn("link {} could not be sent at try {}: {}", id, turn.number(), later.why());
                if (turn.first().plus(giveUpAfter).isAfter(clock.instant())) deliveries.again(id, turn.number());
                else record(mail, "no-answer");
            }
        }
    }

    private Handed hand(String id, Consults.Mail mail) {
        Consult consult = consults.find(mail.id()).orElse(null);
        String link = consult == null ? null : links.of(consult);
        String email = consult == null ? null : consult.email();
        if (consult == null || link == null || email == null) return new Handed.Refused("bad-address");
        String unit = directory
                .unit(mail.asking())
                .map(Directory.Unit::name)
                .orElse(mail.asking().value());
        return post.hand(id, email, words.link(unit, consult.due(), link, mail.reminder()));
    }

    private void record(Consults.Mail mail, @Nullable String problem) {
        commands.send(
                new ConsultCommand.ReportMail(mail.petition(), mail.id(), mail.link(), mail.reminder(), problem),
                Postman.BY);
    }
}
