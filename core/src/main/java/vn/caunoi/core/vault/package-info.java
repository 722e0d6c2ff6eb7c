/** Keys of persons and petitions, and the personal data sealed with them. */
@NullMarked
package vn.caunoi.core.vault;

import org.jspecify.annotations.NullMarked;
