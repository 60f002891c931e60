"""Mails as programs save them: plain, as a page of the web, with something attached; the names in them are made up."""

PLAIN = (
    b"Return-Path: <office@hill.example>\r\n"
    b"Received: from hill.example by post.example; Mon, 9 Mar 2026 16:02:11 +0000\r\n"
    b"From: =?utf-8?q?Zo=C3=AB_Hill?= <office@hill.example>\r\nTo: carer@home.example\r\n"
    b"Subject: =?utf-8?b?TWlh4oCZcyBQRVA=?=\r\nDate: Mon, 9 Mar 2026 16:02:11 +0000\r\nMIME-Version: 1.0\r\n"
    b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    b"Dear Sam,\r\n\r\nthe reading group costs =C2=A35 and begins on 24 April.\r\n\r\nZo=C3=AB\r\n"
)
WEB = (
    b"From: Mr Fox <fox@hill.example>\nMessage-ID: <1@hill.example>\nSubject: Reading\nMIME-Version: 1.0\n"
    b'Content-Type: multipart/mixed; boundary="edge"\n\n--edge\nContent-Type: text/html; charset=iso-8859-1\n\n'
    b"<html><head><style>p {color: red}</style><script>steal()</script></head><body><p>Mia read <b>two</b> books.</p>"
    b'<img src="http://127.0.0.1:9/seen.png"><p>See \xa35 below</p></body></html>\n'
    b'--edge\nContent-Type: application/pdf; name="report.pdf"\n'
    b'Content-Disposition: attachment; filename="report.pdf"\n'
    b"Content-Transfer-Encoding: base64\n\nJVBERi0xLjcK\n--edge--\n"
)
BOTH = (
    b"Delivered-To: carer@home.example\nFrom: fox@hill.example\nSubject: Two ways\nMIME-Version: 1.0\n"
    b"Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nThe plain words.\n"
    b"--b\nContent-Type: text/html\n\n<p>The other words.</p>\n--b--\n"
)
MAILS = (PLAIN, WEB, BOTH)
