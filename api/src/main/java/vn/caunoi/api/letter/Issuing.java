package vn.caunoi.api.letter;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.caunoi.api.file.FileDesk;
import vn.caunoi.api.officer.Casework;
import vn.caunoi.api.officer.Written;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.letter.NumberBookCommand.TakeNumber;
import vn.caunoi.core.letter.NumberBookId;
import vn.caunoi.core.petition.LetterCommand.NumberLetter;
import vn.caunoi.projections.letter.Letter;

/**
 * Gives a signed letter its number and day, and keeps its PDF as a document of the case: all of it in one transaction,
 * so that no number is lost or given twice. The book is locked before the petition, by everybody in that order.
 */
@Component
class Issuing {

    private final Commands commands;
    private final Casework casework;
    private final Sheets sheets;
    private final FileDesk files;
    private final TransactionTemplate together;

    Issuing(
            Commands commands,
            Casework casework,
            Sheets sheets,
            FileDesk files,
            PlatformTransactionManager transactions) {
        this.commands = commands;
        this.casework = casework;
        this.sheets = sheets;
        this.files = files;
        this.together = new TransactionTemplate(transactions);
    }

    Written issue(Letter letter, Actor by) {
        together.executeWithoutResult(transaction -> number(letter, by));
        return casework.settled(letter.petition());
    }

    private void number(Letter letter, Actor by) {
        LocalDate today = sheets.today();
        int year = today.getYear();
        NumberBookId book = NumberBookId.of(letter.unit(), year);
        Integer serial = commands.send(
                new TakeNumber(book, letter.unit(), year, letter.petition(), letter.id()),
                by.id().value());
        String number = sheets.number(letter, Objects.requireNonNull(serial));
        byte[] pdf = LetterPdf.of(sheets.of(letter, number, today));
        FileDesk.Uploaded kept = files.take(new ByteArrayInputStream(pdf), name(number), by);
        files.attach(kept.id(), letter.petition(), by);
        commands.send(
                new NumberLetter(
                        letter.petition(),
                        letter.id(),
                        letter.draft(),
                        year,
                        serial,
                        number,
                        today,
                        kept.id(),
                        kept.sha256(),
                        by),
                by.id().value());
    }

    private static String name(String number) {
        return number.replace('/', '-') + ".pdf";
    }
}
