/** What is arranged for a day: reception by leaders, dialogues, conferences; as a page and for programs that keep calendars. */
@NullMarked
package vn.caunoi.api.diary;

import org.jspecify.annotations.NullMarked;
