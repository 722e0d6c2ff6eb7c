package vn.caunoi.core.petition;

/**
 * What a letter says, as it is handed to a command; sealed in the event.
 *
 * @param subject what it is about (trích yếu)
 * @param addressee whom it is for (kính gửi); blank for a decision or minutes
 * @param body paragraphs parted by line ends
 * @param recipients who gets it (nơi nhận), one a line
 */
public record LetterText(String subject, String addressee, String body, String recipients) {}
