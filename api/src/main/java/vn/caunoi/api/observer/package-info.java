/** Reading every case without names and texts, and writing nothing. */
@NullMarked
package vn.caunoi.api.observer;

import org.jspecify.annotations.NullMarked;
