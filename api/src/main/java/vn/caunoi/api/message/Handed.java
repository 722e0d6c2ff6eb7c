package vn.caunoi.api.message;

/** How a server answered when it was handed a message. */
public sealed interface Handed {

    /** It has taken it over. */
    record Taken() implements Handed {}

    /** It never will. @param problem a word that is recorded: {@code refused}, {@code bad-address} */
    record Refused(String problem) implements Handed {}

    /** It may later. @param why for the log, without an address */
    record NotNow(String why) implements Handed {}
}
