package vn.caunoi.core.table;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.caunoi.core.directory.Actor;

/**
 * By a designer, as part of a change of a process, or by an administrator. Answers the number it got, or of the edition that
 * says the same already. It may not hold before today, for what was decided until now was decided by what held then.
 *
 * @param edition checked before; its number is given here
 */
public record PublishTable(@TargetAggregateIdentifier String stream, TableEdition edition, Actor by) {

    public static PublishTable of(TableEdition edition, Actor by) {
        return new PublishTable(TableEditions.stream(edition.table()), edition, by);
    }
}
