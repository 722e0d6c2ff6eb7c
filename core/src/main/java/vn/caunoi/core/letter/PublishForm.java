package vn.caunoi.core.letter;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.caunoi.core.directory.Actor;

/**
 * By an administrator, or by a designer as part of a change of a process: a further edition of a form, or a form of one's
 * own. Answers its edition. It may not be in force before today, for letters of before were begun from what was in force then.
 *
 * @param form whose edition is the highest that is known; the one after it is published
 */
public record PublishForm(@TargetAggregateIdentifier String stream, LetterForm form, Actor by) {

    public static PublishForm of(LetterForm form, Actor by) {
        return new PublishForm(stream(form.id()), form, by);
    }

    static String stream(String form) {
        return "letter-form:" + form;
    }
}
