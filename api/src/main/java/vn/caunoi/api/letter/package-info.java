/** Letters of cases: filled from the case, on paper as PDF and DOCX, and what is done with them. */
@NullMarked
package vn.caunoi.api.letter;

import org.jspecify.annotations.NullMarked;
