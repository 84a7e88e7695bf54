// Keys are values of TextEditing; the commands speak of them all the time.
import TextEditing

typealias Key = TextEditing.Key
